package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    static Stream<String> pages() {
        return Samples.pages().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_holds_to_the_content_security_policy(String name) {
        String html = render(name);
        assertThat(html).doesNotContain(" style=", "<style", "javascript:", " onclick=", "th:");
        assertThat(Pattern.compile("<script(?![^>]* src=\"/assets/)")
                        .matcher(html)
                        .find())
                .as("a script that is not a file of ours")
                .isFalse();
        assertThat(Pattern.compile("(?:src|href)=\"(?:https?:)?//")
                        .matcher(html)
                        .find())
                .as("something loaded from elsewhere")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_has_a_language_a_title_one_heading_and_a_way_past_the_navigation(String name) {
        String html = render(name);
        assertThat(html).contains("<html lang=\"en\"", "href=\"#main\"", "<main id=\"main\"");
        assertThat(matches(html, "<title>([^<]+) – Brightline</title>")).hasSize(1);
        assertThat(matches(html, "<h1[ >]")).hasSize(1);
        assertThat(matches(html, "<main ")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_speaks_in_the_models_words_or_writes_a_date_or_a_share_in_a_second_way(String name) {
        String text = render(name)
                .replaceAll("(?s)<(code|pre|script|style)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ");
        assertThat(
                        matches(
                                text,
                                "(?i)\\b(?:involvements?|imminence|capacit(?:y|ies)|initiator|projections?|parked|double entry|break-glass)\\b"))
                .extracting(MatchResult::group)
                .as("words of the model")
                .isEmpty();
        assertThat(matches(
                        text,
                        "\\d[ \u00a0]%|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{4}"))
                .extracting(MatchResult::group)
                .as("a share or a date in a second way")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_field_has_a_label_and_every_id_is_unique(String name) {
        String html = render(name);
        Map<String, Integer> ids = new HashMap<>();
        for (MatchResult id : matches(html, " id=\"([^\"]+)\"")) {
            ids.merge(id.group(1), 1, Integer::sum);
        }
        assertThat(ids.values()).allMatch(count -> count == 1);
        for (MatchResult field : matches(html, "<(?:input|select|textarea)[^>]*>")) {
            if (!field.group().contains("type=\"hidden\"")) {
                List<MatchResult> id = matches(field.group(), " id=\"([^\"]+)\"");
                assertThat(id).as(field.group()).hasSize(1);
                assertThat(html).contains("for=\"" + id.getFirst().group(1) + "\"");
            }
        }
        for (MatchResult reference : matches(html, " (?:aria-labelledby|aria-describedby)=\"([^\"]+)\"")) {
            for (String id : reference.group(1).split(" ", -1)) {
                assertThat(ids).containsKey(id);
            }
        }
    }

    @Test
    void every_icon_script_and_module_that_a_page_names_is_there() throws IOException {
        Path assets = Path.of("target/classes/static");
        for (String name : Samples.pages().keySet()) {
            for (MatchResult link : matches(render(name), "(?:src|href)=\"(/assets/[^\"#?]+)")) {
                assertThat(assets.resolve(link.group(1).substring(1))).exists();
            }
        }
        String icons = Files.readString(assets.resolve("assets/icons.svg"));
        for (MatchResult use : matches(render("entry"), "icons\\.svg#([a-z_]+)")) {
            assertThat(icons).contains("id=\"" + use.group(1) + "\"");
        }
    }

    @Test
    void the_entry_form_carries_the_words_of_every_class_and_reason_for_its_scripts() {
        assertThat(render("entry"))
                .contains(
                        "<option data-class value=\"ROUTINE_DISCIPLINE\" data-for-the-school=\"yes\">School discipline handled by police<",
                        "<option data-class value=\"SAFETY_RESPONSE\">Safety response<",
                        "<option data-reason value=\"OFFENCE_WITH_CHOICE\">An offense where the officer has a choice.<");
    }

    @Test
    void forms_that_post_carry_the_token_against_forged_requests() {
        assertThat(render("sign-in")).contains("name=\"_csrf\" value=\"a-token\"");
        assertThat(render("entry")).contains("<meta name=\"_csrf\" content=\"a-token\"", "name=\"_csrf_header\"");
    }

    @Test
    void an_empty_dashboard_draws_no_chart_and_says_what_to_do() {
        assertThat(render("dashboard/empty"))
                .contains("No contact in this choice")
                .doesNotContain("<svg xmlns");
    }

    @Test
    void a_wrong_filter_is_named_beside_its_field_and_no_figure_is_shown() {
        assertThat(render("dashboard/wrong"))
                .contains("id=\"asKnownOn-error\">This is no date and time.", "aria-invalid=\"true\"", "No figures")
                .contains("As known on: This is no date and time.", "Schools: No such school is on record.")
                .doesNotContain("not in this view", "No contact in this choice");
    }

    @Test
    void what_is_not_in_a_view_is_said_before_its_answer() {
        String html = render("dashboard");
        assertThat(html.indexOf("862 contacts are not in this view"))
                .isPositive()
                .isLessThan(html.indexOf("<h1"));
    }

    @Test
    void a_figure_stands_with_its_table_interval_definition_and_file() {
        assertThat(render("figure"))
                .contains(
                        "role=\"img\"",
                        "58.3%",
                        "42.2–72.9%",
                        ">21<",
                        "of 36",
                        "Alternative",
                        "Arrested, then diverted")
                .contains("href=\"/dashboard/routine/instead.csv\"", "/how-we-count#R13", "95 of 100 such ranges")
                .doesNotContain(">P<", ">A<", ">S<", ">U<", "ROUTINE_DISCIPLINE<");
    }

    @Test
    void a_small_number_is_marked_and_no_share_of_it_is_told() {
        assertThat(render("figure"))
                .contains("bl-few", "* Fewer than 10: true here, and not to leave this room.", "too few")
                .doesNotContain("100.0%");
    }

    @Test
    void how_we_count_says_every_rule_of_every_set_and_what_differs() {
        String html = render("how-we-count");
        for (RuleSet set : RuleSet.installed()) {
            set.rules()
                    .forEach(rule -> assertThat(html)
                            .contains(
                                    "id=\"" + rule.order() + "\"",
                                    RuleWords.of(rule.order()),
                                    ClassWords.of(rule.involvementClass())));
        }
        assertThat(matches(html, "Only set 2")).as("R02W and R09I").hasSize(2);
        assertThat(matches(html, "class=\"bl-marked\""))
                .as("R02, R12, R13, R14")
                .hasSize(4);
    }

    @Test
    void a_case_shows_what_was_not_yet_known_as_such() {
        assertThat(render("case/earlier"))
                .contains("Step 1 of 2", "not yet known", "step=2", "First step", "Not yet recorded at this moment");
        assertThat(render("case/unknown")).contains("Nothing was known yet", "Step 0 of 2");
        assertThat(render("case"))
                .contains("Step 2 of 2", "Last step", "logged late", "before: Firearm (6-1)", "step 2, event 940")
                .doesNotContain("not yet known");
    }

    @Test
    void only_those_who_may_correct_are_shown_how() {
        assertThat(render("case")).doesNotContain("Correct a fact");
        assertThat(render("case/editing"))
                .contains("Correct a fact", "It was another school", "data-version=\"4\"", "cases/page.js");
    }

    @Test
    void progress_asks_for_itself_only_while_something_is_running() {
        assertThat(render("replay/running"))
                .contains(
                        "data-refresh=\"/replays/1/progress\"",
                        "Rebuilding: 30% of the events read",
                        "Nothing has been compared yet")
                .doesNotContain("Put the rebuilt tables", "Done", "differ<");
        assertThat(render("replay"))
                .contains("data-api=\"/api/queries/replays/1/switch\"", "data-ask=\"Discard this rebuild?")
                .contains("Not the same: 2 of 4,388 rows differ.")
                .doesNotContain("data-refresh");
    }

    private static String render(String name) {
        Map<String, Object> model = Samples.pages().get(name);
        if (model == null) {
            throw new IllegalArgumentException(name);
        }
        return Rendering.of(template(name), model);
    }

    static String template(String name) {
        return name.startsWith("error/") ? name : name.split("/", -1)[0];
    }

    private static List<MatchResult> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
