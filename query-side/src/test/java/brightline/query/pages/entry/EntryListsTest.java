package brightline.query.pages.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.events.Code;
import brightline.events.code.CodeLists;
import brightline.query.pages.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EntryListsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private final EntryLists lists = EntryLists.validOn(CodeLists.standard(), DAY, "illinois");

    @Test
    void conduct_is_offered_from_the_student_code_and_the_offences_as_the_api_takes_it() {
        assertThat(lists.conduct())
                .extracting(EntryLists.Conduct::value)
                .contains("cps-scc/1-8", "nibrs/90C")
                .allSatisfy(value -> assertThat(CodeLists.standard().find(Code.of(value), DAY))
                        .isPresent());
    }

    @Test
    void actions_stand_under_how_far_they_go() {
        assertThat(lists.actions())
                .extracting(EntryLists.Actions::label)
                .containsExactly("With the school", "Police powers", "Enforcement", "School discipline");
    }

    @Test
    void only_what_counts_as_an_alternative_is_offered_as_one() {
        assertThat(lists.alternatives())
                .extracting(Choice::value)
                .contains("RJ_CIRCLE", "REFER_BACK")
                .doesNotContain("ARREST_PETITION", "MUNI_TICKET", "NONE");
    }

    @Test
    void alternatives_stand_from_the_mildest_on_and_doing_nothing_last() {
        assertThat(lists.alternatives())
                .extracting(Choice::value)
                .startsWith("WARN_VERBAL")
                .endsWith("NO_ACTION");
    }

    @Test
    void an_outcome_of_another_state_is_not_offered() {
        assertThat(lists.alternatives()).extracting(Choice::value).contains("STATION_INFORMAL", "JISC");
        assertThat(lists.outcomes()).extracting(EntryLists.Outcome::value).doesNotContain("CIVIL_CITATION");
        EntryLists elsewhere = EntryLists.validOn(CodeLists.standard(), DAY, "california");
        assertThat(elsewhere.outcomes())
                .extracting(EntryLists.Outcome::value)
                .doesNotContain("STATION_INFORMAL", "JISC", "CIVIL_CITATION")
                .contains("ARREST_PETITION", "RJ_CIRCLE");
    }

    @Test
    void conduct_carries_what_officers_call_it_and_how_grave_it_is() {
        assertThat(lists.conduct())
                .filteredOn(one -> one.value().equals("cps-scc/2-7"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.words()).contains("vape", "smoking");
                    assertThat(one.tier()).isEqualTo("1");
                });
    }

    @Test
    void every_list_that_the_form_names_offers_something_on_the_day() throws IOException {
        List<String> named = new ArrayList<>();
        for (String template : List.of("/templates/entry.html", "/templates/fragments/entry.html")) {
            try (InputStream in = Objects.requireNonNull(EntryLists.class.getResourceAsStream(template))) {
                Pattern.compile("page\\.lists\\.of\\('([^']+)'\\)")
                        .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(list -> named.add(list.group(1)));
            }
        }
        assertThat(named)
                .contains("place", "person-present")
                .allSatisfy(list -> assertThat(lists.of(list)).isNotEmpty());
        assertThat(lists.outcomes()).isNotEmpty();
        assertThatThrownBy(() -> lists.of("plaice")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_contact_is_about_its_subject_unless_another_part_is_chosen() {
        assertThat(lists.roles())
                .filteredOn(Choice::selected)
                .extracting(Choice::value)
                .containsExactly("SUBJECT");
    }
}
