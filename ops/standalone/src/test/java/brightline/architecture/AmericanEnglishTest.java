package brightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read is spelled as American police and schools spell: pages and their scripts, code lists, descriptions and problems of
 * the API, README. Codes, stored names, members of documents and addresses are left out: they never change.
 */
class AmericanEnglishTest {
    private static final Path HOUSE = Path.of("..", "..");

    /** A word of its own: no part of a code ({@code brightline-enrolment}), a path, a name in a program or a member in quotes. */
    private static final Pattern BRITISH = Pattern.compile(
            "(?<![\\w/.$-])(?<!\\\\?\")(?:[Oo]ffences?|[Pp]rogrammes?|[Cc]olours?|[Bb]ehaviours?|[Dd]efences?|[Ll]icences?|[Cc]atalogues?|"
                    + "[Cc]ar parks?|[Pp]upils?|[Cc]ounsell(?:ors?|ing|ed)|[Jj]udgements?|[Ee]nrolments?|[Ee]nrol|[Cc]entres?|"
                    + "[Mm]isdemeanours?|(?:[Uu]na|[Aa])uthoris\\w+|[Oo]rganis\\w+|[Rr]ecognis\\w+|[Aa]nalyse[ds]?|"
                    + "[Cc]ancell(?:ed|ing)|[Ff]avour\\w*|[Hh]onours?|[Ll]abour|[Nn]eighbours?|[Tt]ravell\\w+|[Gg]rey|[Ff]ulfils?|"
                    + "[Pp]ractis\\w+|[Ww]hilst|[Ll]earnt|[Ss]pelt|[Oo]dours?|[Ww]ilful\\w*)(?![\\w-])(?!\\\\?\":)");

    /** A literal of a program, or a block of text. */
    private static final Pattern LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    private static final Pattern SQL = Pattern.compile("\\b(?:select|insert into|update|delete from|truncate)\\b");

    @Test
    void pages_and_their_scripts() throws IOException {
        Path side = HOUSE.resolve("query-side");
        assertThat(found(side.resolve("src/main/resources/templates"), ".html")).isEmpty();
        assertThat(found(side.resolve("frontend/js"), ".js")).isEmpty();
    }

    @Test
    void code_lists_rules_and_advice() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(HOUSE.resolve("shared-events/events/src/main/resources"), ".csv")) {
            // The first line names columns.
            add(found, file, Files.readString(file).replaceFirst(".*", ""));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void descriptions_problems_and_words_in_the_program() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module :
                List.of("shared-events/events", "shared-events/edge", "command-side", "query-side", "ops/standalone")) {
            for (Path file : files(HOUSE.resolve(module).resolve("src/main/java"), ".java")) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(literal -> literal.group())
                        .filter(literal -> !SQL.matcher(literal).find() && !literal.matches("\"[a-z]+\""))
                        // A literal's own quotes say nothing; those within it stand around members of a document.
                        .map(literal -> literal.replaceAll("^\"+|\"+$", " "))
                        .forEach(text -> add(found, file, text));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void answers_of_the_api_and_readme() throws IOException {
        assertThat(found(HOUSE.resolve("query-side/src/main/resources/brightline/query/answers"), ".json"))
                .isEmpty();
        List<String> found = new ArrayList<>();
        add(found, Path.of("README.md"), Files.readString(HOUSE.resolve("README.md")));
        assertThat(found).isEmpty();
    }

    private static List<String> found(Path folder, String ending) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder, ending)) {
            add(found, file, Files.readString(file));
        }
        return found;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(sorted).as("files below " + folder).isNotEmpty();
            return sorted;
        }
    }

    private static void add(List<String> found, Path file, String text) {
        BRITISH.matcher(text).results().forEach(word -> found.add(file.getFileName() + ": " + word.group()));
    }
}
