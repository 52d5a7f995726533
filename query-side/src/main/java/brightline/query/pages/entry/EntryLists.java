package brightline.query.pages.entry;

import brightline.query.pages.Choice;
import java.util.List;

/**
 * The code lists of the entry form, as valid on one day. Values are what the API takes: plain codes, and for conduct the list
 * with the code.
 *
 * @param roles parts in a contact, the subject selected
 * @param actions what an officer can do, grouped by how far it goes
 * @param outcomes every outcome, the alternatives among them
 * @param alternatives outcomes that count as an alternative to arrest
 */
public record EntryLists(
        List<Choice> roles,
        List<Choice> places,
        List<Choice> capacities,
        List<Choice> referenceKinds,
        List<Choice> races,
        List<Choice> sexes,
        List<Choice> gradeBands,
        List<Choice> disabilities,
        List<Choice> initiators,
        List<Choice> requesters,
        List<Conduct> conduct,
        List<Choice> imminenceReasons,
        List<Actions> actions,
        List<Choice> legalBases,
        List<Choice> outcomes,
        List<Choice> alternatives,
        List<Choice> unusedReasons,
        List<Choice> exemptions,
        List<Choice> noticeManners,
        List<Choice> noticeResults,
        List<Choice> personsPresent) {

    /**
     * A code of conduct to search for.
     *
     * @param value as the API takes it, for instance {@code cps-scc/1-8}
     * @param code as the list writes it, for instance {@code 1-8}
     * @param list what people call the list
     */
    public record Conduct(String value, String code, String list, String name) {}

    /** Actions of one level under its heading. */
    public record Actions(String label, List<Choice> choices) {}
}
