package brightline.query.pages.entry;

import brightline.events.InvolvementRole;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.EverydayWords;
import brightline.query.pages.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The code lists of the entry form, as valid on one day. Values are what the API takes: plain codes, and for conduct the list
 * with the code.
 *
 * @param day in the agency's zone
 * @param roles parts in a contact, the subject selected
 * @param actions what an officer can do, grouped by how far it goes
 * @param outcomes every outcome that is offered in the jurisdiction, the alternatives among them
 * @param alternatives outcomes that count there as an alternative to arrest, the mildest first
 */
public record EntryLists(
        CodeLists codes,
        LocalDate day,
        List<Choice> roles,
        List<Conduct> conduct,
        List<Actions> actions,
        List<Outcome> outcomes,
        List<Choice> alternatives) {

    /**
     * The lists as they hold on a day in the agency's zone.
     *
     * @param jurisdiction the agency's, of the code list of that name
     */
    public static EntryLists validOn(CodeLists lists, LocalDate day, String jurisdiction) {
        return new EntryLists(
                lists,
                day,
                Choice.select(roleChoices(), InvolvementRole.SUBJECT.name()),
                Stream.concat(conduct(lists, "cps-scc", "Student code", day), conduct(lists, "nibrs", "Offense", day))
                        .toList(),
                actions(lists.validOn("police-action", day)),
                offered(lists, day, jurisdiction)
                        .map(entry -> new Outcome(entry.code(), entry.name(), isAlternative(entry)))
                        .toList(),
                offered(lists, day, jurisdiction)
                        .filter(EntryLists::isAlternative)
                        .sorted(Comparator.comparingInt(entry -> EverydayWords.order(entry.code())))
                        .map(EntryLists::choice)
                        .toList());
    }

    /**
     * The choices of a code list, all in its order.
     *
     * @throws IllegalArgumentException when there is no such list
     */
    public List<Choice> of(String list) {
        if (codes.all(list).isEmpty()) {
            throw new IllegalArgumentException("No code list is called " + list);
        }
        return codes.validOn(list, day).stream().map(EntryLists::choice).toList();
    }

    private static Stream<CodeEntry> offered(CodeLists lists, LocalDate day, String jurisdiction) {
        return lists.validOn("outcome", day).stream()
                .filter(entry -> EverydayWords.isOffered(entry.code(), jurisdiction));
    }

    private static boolean isAlternative(CodeEntry outcome) {
        return "yes".equals(outcome.attribute("counts_as_alternative"));
    }

    private static Choice choice(CodeEntry entry) {
        return Choice.of(entry.code(), entry.name());
    }

    private static List<Choice> roleChoices() {
        return Arrays.stream(InvolvementRole.values())
                .map(role -> Choice.of(
                        role.name(),
                        switch (role) {
                            case SUBJECT -> "Subject of the contact";
                            case VICTIM -> "Victim";
                            case WITNESS -> "Witness";
                            case REPORTER -> "Reported it";
                            case BYSTANDER -> "Bystander";
                        }))
                .toList();
    }

    private static Stream<Conduct> conduct(CodeLists lists, String list, String name, LocalDate day) {
        return lists.validOn(list, day).stream()
                .map(entry -> new Conduct(
                        entry.key().toString(),
                        entry.code(),
                        name,
                        entry.name(),
                        String.join(" ", EverydayWords.of(entry.key())),
                        entry.tier() == null ? "" : entry.tier().toString()));
    }

    /** By level, the mildest first and school discipline last, as the list has them. */
    private static List<Actions> actions(List<CodeEntry> entries) {
        Map<String, List<Action>> groups = new LinkedHashMap<>();
        for (CodeEntry entry : entries) {
            groups.computeIfAbsent(heading(entry), _ -> new ArrayList<>())
                    .add(new Action(entry.code(), entry.name(), "yes".equals(entry.attribute("asks_why"))));
        }
        return groups.entrySet().stream()
                .map(group -> new Actions(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static String heading(CodeEntry entry) {
        return switch (entry.level()) {
            case LEVEL_0P, LEVEL_0R, LEVEL_1 -> "With the school";
            case LEVEL_2 -> "Police powers";
            case LEVEL_3 -> "Enforcement";
            case D -> "School discipline";
            case MISSING -> throw new IllegalStateException("An action of a code list has a level");
            case null -> "Other";
        };
    }

    /**
     * A code of conduct to search for.
     *
     * @param value as the API takes it, for instance {@code cps-scc/1-8}
     * @param code as the list writes it, for instance {@code 1-8}
     * @param list what people call the list
     * @param words what officers call it, parted by spaces; blank for most
     * @param tier how grave it is, 0 to 4; blank where the list does not say
     */
    public record Conduct(String value, String code, String list, String name, String words, String tier) {}

    /** Actions of one level under its heading. */
    public record Actions(String label, List<Action> choices) {}

    /** What an officer can do. @param asksWhy whether taking it back, once the line was shown, asks for a reason */
    public record Action(String value, String label, boolean asksWhy) {}

    /** How it can end. @param alternative whether it counts as an alternative to arrest */
    public record Outcome(String value, String label, boolean alternative) {}
}
