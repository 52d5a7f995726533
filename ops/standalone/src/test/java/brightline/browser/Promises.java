package brightline.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the words of a page promise, and the control that must then be there; and words that no page says. */
final class Promises {
    private static final Map<Pattern, String> CONTROLS = Map.ofEntries(
            promise("(?i)\\bsearch for|\\bfind a student|\\bfind the student", "main input, main [role=combobox]"),
            promise(
                    "(?i)\\bstart a (replay|rebuild)",
                    "main form[data-api*='/replays'], main form[action*='/replays']"),
            promise(
                    "(?i)\\bdownload (it|the|as)\\b",
                    "main a[download], main a[href*='.csv'], main a[href*='/samples/']"),
            promise(
                    "(?i)\\bcan (still )?be corrected\\b|\\bcorrect it on the case\\b|\\bcorrect (it|this) here",
                    "[data-mend=correction], main a[href*='/cases/']"),
            promise("(?i)\\byou can add it on the case\\b", "nav a[href='/cases']"),
            promise("(?i)\\badd something\\b|what you record is added beside it", "[data-mend=supplement]"),
            promise("(?i)\\bminutes? left\\b|\\bundo it here\\b", "main button:text-is('Undo')"),
            promise("(?i)\\byou can undo\\b", "#record"),
            promise(
                    "(?i)\\bsend (it|the same file) again\\b",
                    "button:has-text('Send it again'), main a[href='/imports'], form#upload"),
            promise("(?i)\\brecord the settings\\b", "main form[data-api='/api/commands/agency'] button[type=submit]"),
            promise(
                    "(?i)\\bmake an account\\b",
                    "main form[data-api='/api/commands/accounts'] button[type=submit], main a[href='/accounts']"));

    /** Of the model, of the program's notes, and codes; a name the program uses stands apart from the sentence, as code. */
    private static final Pattern OF_THE_MODEL = Pattern.compile(
            "(?i:\\b(?:involvements?|imminence|capacit(?:y|ies)|initiator|projections?|parked|double entry|break-glass)\\b)"
                    + "|NONE IN FORCE|SIMULATION|\\b[A-Z]{2,}_[A-Z_]+\\b|\\b[a-z]+(?:-[a-z]+)+: (?:no|yes)\\b|\\b[a-z]+\\.[a-z]+-[a-z]+\\b");

    private Promises() {}

    private static Map.Entry<Pattern, String> promise(String words, String control) {
        return Map.entry(Pattern.compile(words), control);
    }

    /** Each promise of the page that it does not keep, as it stands now. */
    static List<String> broken(Page page) {
        List<String> broken = new ArrayList<>();
        String text = page.locator("main").innerText();
        CONTROLS.forEach((words, control) -> {
            if (words.matcher(text).find() && page.locator(control).count() == 0) {
                broken.add(page.url() + " says " + words + " and has no " + control);
            }
        });
        return broken;
    }

    /** Words of the model in what the page says. */
    static List<String> ofTheModel(Page page) {
        String text = String.valueOf(page.evaluate("""
                () => {
                  const said = document.querySelector('main').cloneNode(true);
                  said.querySelectorAll('code, pre, script, template, noscript').forEach((part) => part.remove());
                  return said.textContent;
                }"""));
        return OF_THE_MODEL
                .matcher(text)
                .results()
                .map(word -> page.url() + " says " + word.group())
                .distinct()
                .toList();
    }
}
