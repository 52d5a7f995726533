package brightline.query.pages;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The rooms of the house and who comes to them: the navigation shows the way to these accounts, and their
 * actions let them in.
 */
public enum Rooms {
    ENTRY(
            "/entry",
            "Log a contact",
            "Record a contact with one or several students, and see at once what the agreement says about it.",
            Action.OPEN_ENTRY),
    DASHBOARD(
            "/dashboard",
            "Figures",
            "How much school discipline police handle, and arrests versus alternatives, by school and month, as known on any date.",
            Action.OPEN_DASHBOARD),
    CASES(
            "/cases",
            "Cases",
            "Step through a case, one submission after the other, with the time it happened and the time it was recorded.",
            Action.OPEN_CASES),
    IMPORTS(
            "/imports",
            "Imports",
            "Take in a file of earlier contacts, students, officers or enrollment, and see what became of every record.",
            Action.OPEN_IMPORTS),
    NAMES(
            "/names",
            "Names and numbers",
            "Record an officer’s new name or star or a student’s new number, join or part two entries of one child, and decide who two under one number are.",
            Action.OPEN_NAMES),
    REPLAYS(
            "/replays",
            "Rebuilds",
            "Make every figure again from the record, beside the live ones, and compare the two.",
            Action.OPEN_REPLAYS),
    CARE(
            "/care",
            "Held for repair",
            "Entries that could not be counted: try them again, or decide to go on without them.",
            Action.OPEN_PARKED_EVENTS),
    ACCOUNTS(
            "/accounts",
            "Accounts",
            "Who may sign in and as what: make accounts, give new passwords, close accounts.",
            Action.OPEN_ACCOUNTS),
    SETTINGS(
            "/settings",
            "Settings",
            "The agency’s name, time zone, school year and legal profile.",
            Action.OPEN_SETTINGS);

    private final String path;
    private final String label;
    private final String purpose;
    private final Action action;

    Rooms(String path, String label, String purpose, Action action) {
        this.path = path;
        this.label = label;
        this.purpose = purpose;
        this.action = action;
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    public String purpose() {
        return purpose;
    }

    /** Who comes here. */
    public Set<AccountRole> roles() {
        return action.roles();
    }

    /** The rooms that an account of this role comes to. */
    public static List<Rooms> of(AccountRole role) {
        return Arrays.stream(values())
                .filter(room -> room.action.roles().contains(role))
                .toList();
    }

    static List<Shell.Place> navigation(AccountRole role, String path) {
        return of(role).stream()
                .map(room -> new Shell.Place(room.label, room.path, room.holds(path)))
                .toList();
    }

    private boolean holds(String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }
}
