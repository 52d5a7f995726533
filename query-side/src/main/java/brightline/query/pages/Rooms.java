package brightline.query.pages;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static brightline.edge.access.AccountRole.SYSADMIN;

import brightline.edge.access.AccountRole;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The rooms of the house and who comes to them: the navigation shows the way to these accounts, and the routes let them
 * in.
 */
public enum Rooms {
    ENTRY(
            "/entry",
            "Log a contact",
            "Record a contact with one or several students, and see at once what the agreement says about it.",
            Set.of(SRO, SUPERVISOR, COORDINATOR)),
    DASHBOARD(
            "/dashboard",
            "Figures",
            "How much school discipline police handle, and arrests versus alternatives, by school and month, as known on any date.",
            Set.of(ANALYST, SUPERVISOR, COORDINATOR, AUDITOR)),
    CASES(
            "/cases",
            "Cases",
            "Step through a case event by event, with the time it happened and the time it was recorded.",
            Set.of(SRO, SUPERVISOR, AUDITOR)),
    IMPORTS(
            "/imports",
            "Imports",
            "Take in a file of earlier contacts, students, officers or enrollment, and see what became of every record.",
            Set.of(COORDINATOR)),
    REPLAYS(
            "/replays",
            "Rebuilds",
            "Make every figure again from the record, beside the live ones, and compare the two.",
            Set.of(SYSADMIN, AUDITOR)),
    CARE(
            "/care",
            "Held for repair",
            "Entries that could not be counted: try them again, or decide to go on without them.",
            Set.of(SYSADMIN, AUDITOR)),
    ACCOUNTS(
            "/accounts",
            "Accounts",
            "Who may sign in and as what: make accounts, give new passwords, close accounts.",
            Set.of(SYSADMIN)),
    SETTINGS("/settings", "Settings", "The agency’s name, time zone, school year and legal profile.", Set.of(SYSADMIN));

    private final String path;
    private final String label;
    private final String purpose;
    private final Set<AccountRole> roles;

    Rooms(String path, String label, String purpose, Set<AccountRole> roles) {
        this.path = path;
        this.label = label;
        this.purpose = purpose;
        this.roles = roles;
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
        return roles;
    }

    /** The rooms that an account of this role comes to. */
    public static List<Rooms> of(AccountRole role) {
        return Arrays.stream(values()).filter(room -> room.roles.contains(role)).toList();
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
