package brightline.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

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
                .contains("id=\"asKnownOn-error\">This must be a date<", "aria-invalid=\"true\"", "No figures")
                .doesNotContain("What these figures are about", "No contact in this choice");
    }

    @Test
    void a_figure_stands_with_its_table_interval_and_definition() {
        assertThat(render("dashboard"))
                .contains("role=\"img\"", "58.3%", "42.2–72.9%", "21 of 36", "P ÷ (P + A)", "Review backlog");
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
                .contains("hx-get=\"/replays/1/progress\"", "hx-trigger=\"every 2s\"")
                .doesNotContain("Switch to the");
        assertThat(render("replay")).contains("data-api=\"/api/queries/replays/1/switch\"");
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
