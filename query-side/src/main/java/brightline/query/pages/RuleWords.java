package brightline.query.pages;

import brightline.events.rules.Rule;
import brightline.events.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that give a contact its class, in words. A test holds that every rule of every installed rule set has some. */
public final class RuleWords {
    private static final Map<String, String> WHEN = words();

    private RuleWords() {}

    /**
     * When the rule fits, as a sentence without its end, for instance {@code A school rule, no immediate danger, and the officer used
     * police powers or enforced}. The same rule reads alike in every rule set.
     *
     * @param rule its order, such as {@code R13}
     * @throws IllegalArgumentException when no rule is called so
     */
    public static String of(String rule) {
        String words = WHEN.get(rule);
        if (words == null) {
            throw new IllegalArgumentException("No rule is called " + rule);
        }
        return words;
    }

    /** One rule of a set. @param when as {@link #of} says it @param classText as {@link ClassWords} says it */
    public record Line(String rule, String when, String classText) {}

    /**
     * All rules of a set in the order in which they are tried: the first that fits gives the class.
     *
     * @throws IllegalArgumentException when no such set is installed
     */
    public static List<Line> of(int ruleSet) {
        return RuleSet.of(ruleSet).rules().stream().map(RuleWords::line).toList();
    }

    private static Line line(Rule rule) {
        return new Line(rule.order(), of(rule.order()), ClassWords.of(rule.involvementClass()));
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("R00", "The contact was voided");
        words.put("R01", "The student was a victim or a witness, reported it or stood by");
        words.put("R02", "The officer gave a school consequence or enforced a school rule");
        words.put("R02A", "Nobody stated what the officer did");
        words.put("R02W", "It started with a warrant or another agency’s case");
        words.put("R03", "Nobody stated what the student did");
        words.put("R04", "No misconduct, and everybody passing was checked the same way");
        words.put("R05", "No misconduct is on record, and the officer used police powers or enforced");
        words.put("R06", "No misconduct, and the officer handed it back, was present or talked");
        words.put("R07", "A serious offense, or one that must be reported by law");
        words.put("R08", "The officer handed it back to the school and did nothing else");
        words.put("R09", "Nobody stated whether there was immediate danger, and the officer acted");
        words.put("R09I", "Nobody stated how the contact started, and the officer acted");
        words.put("R10", "Immediate danger, and the officer talked or used police powers");
        words.put("R11", "An offense that leaves the officer a choice");
        words.put(
                "R12",
                "A school rule or a public-order offense with immediate danger, and a citation or an arrest followed");
        words.put("R13", "A school rule, no immediate danger, and the officer used police powers or enforced");
        words.put("R14", "A public-order offense, no immediate danger, and the officer used police powers or enforced");
        words.put(
                "R15",
                "A school rule or a public-order offense, no immediate danger, staff asked, and the officer talked");
        words.put("R16", "A school rule or a public-order offense, and the officer was only present");
        words.put(
                "R17",
                "A school rule or a public-order offense, no immediate danger, staff did not ask, and the officer talked");
        return Map.copyOf(words);
    }
}
