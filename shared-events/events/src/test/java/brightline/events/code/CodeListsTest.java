package brightline.events.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.events.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListsTest {

    private static final CodeLists LISTS = CodeLists.standard();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource({
        "cps-scc, 78",
        "nibrs, 63",
        "initiator, 7",
        "police-action, 18",
        "outcome, 21",
        "race, 8",
        "ca-ec-48900, 19",
        "ca-action, 27",
        "crdc, 22",
        "ceds-incident-behavior, 30",
        "isp-drug-incident, 5",
        "ripa-reason-for-stop, 10"
    })
    void hold_every_row_of_their_source(String list, int rows) {
        assertThat(LISTS.validOn(list, DAY)).hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capacity/SRO",
                "place/CAFETERIA",
                "imminence-reason/WEAPON_IN_HAND",
                "unused-reason/FAMILY_DECLINED",
                "sex/X",
                "grade-band/PK-2",
                "disability/504",
                "english-learner/YES",
                "requester/DEAN",
                "legal-basis/SCHOOL_POLICY",
                "notice-manner/PHONE",
                "notice-result/REACHED",
                "person-present/PARENT",
                "questioning-exemption/FLEEING_OR_ARMED",
                "correction-reason/WRONG_CODE",
                "correction-basis/COMPLAINT",
                "void-reason/DUPLICATE",
                "reference-kind/RD",
                "programme-status/PAUSED",
                "outcome/NONE"
            })
    void know_the_words_of_our_own_forms(String code) {
        assertThat(LISTS.find(Code.of(code), DAY)).isPresent();
    }

    @Test
    void keep_a_quoted_name_whole_and_the_other_columns_beside_it() {
        CodeEntry presence =
                LISTS.find(Code.of("police-action/A0_PRESENCE"), DAY).orElseThrow();
        assertThat(presence.name()).isEqualTo("Present, observed, no act");
        assertThat(presence.level()).isEqualTo(ActionLevel.LEVEL_0P);
        assertThat(presence.attribute("coercive")).isEqualTo("no");
        assertThat(presence.attribute("note")).isNull();
        assertThat(LISTS.find(Code.of("outcome/STATION_INFORMAL"), DAY)
                        .orElseThrow()
                        .attributes())
                .containsEntry("stage", "post-arrest")
                .containsEntry("arrest_recorded", "yes")
                .containsEntry("counts_as_alternative", "yes");
    }

    @Test
    void say_how_sure_each_row_is_and_name_sources_that_are_explained() {
        List<String> explained = ShippedTable.read(CodeLists.class, "sources.csv").stream()
                .map(row -> row.get("key"))
                .toList();
        for (String list : LISTS.names()) {
            assertThat(LISTS.validOn(list, DAY)).as(list).isNotEmpty().allSatisfy(row -> {
                assertThat(row.verification()).isNotBlank();
                assertThat(explained).contains(row.source().split(";", -1));
                assertThat(row.under())
                        .allSatisfy(code -> assertThat(LISTS.known(code)).isTrue());
            });
        }
    }

    @Test
    void do_not_know_a_code_before_its_first_day_although_they_know_of_it() {
        Code preK = Code.of("cps-scc/PK2");
        assertThat(LISTS.find(preK, LocalDate.parse("2024-08-25"))).isEmpty();
        assertThat(LISTS.find(preK, LocalDate.parse("2024-08-26"))).isPresent();
        assertThat(LISTS.known(preK)).isTrue();
        assertThat(LISTS.known(Code.of("cps-scc/9-9"))).isFalse();
        assertThat(LISTS.validOn("no-such-list", DAY)).isEmpty();
    }

    @Test
    void read_a_record_by_the_edition_of_its_day() {
        LocalDate newEdition = LocalDate.parse("2026-08-01");
        CodeLists lists = LISTS.withEdition(
                "cps-scc",
                newEdition,
                List.of(row("3-3", Tier.TIER_1, "2026-08-01", null), row("3-20", null, "2027-01-01", null)));

        LocalDate lastOfTheOld = newEdition.minusDays(1);
        assertThat(lists.find(Code.of("cps-scc/3-3"), lastOfTheOld)
                        .orElseThrow()
                        .tier())
                .isEqualTo(Tier.TIER_2);
        assertThat(lists.find(Code.of("cps-scc/3-3"), newEdition).orElseThrow().tier())
                .isEqualTo(Tier.TIER_1);
        assertThat(lists.find(Code.of("cps-scc/1-8"), lastOfTheOld)).isPresent();
        assertThat(lists.find(Code.of("cps-scc/1-8"), newEdition)).isEmpty();
        assertThat(lists.known(Code.of("cps-scc/1-8"))).isTrue();
        assertThat(lists.validOn("cps-scc", lastOfTheOld)).hasSize(78);
        assertThat(lists.validOn("cps-scc", newEdition))
                .extracting(CodeEntry::code)
                .containsExactly("3-3");
        assertThat(lists.validOn("nibrs", newEdition)).hasSize(63);
        assertThat(LISTS.find(Code.of("cps-scc/1-8"), newEdition))
                .as("the shipped lists")
                .isPresent();
    }

    @Test
    void refuse_an_edition_that_would_rewrite_what_already_held() {
        LocalDate from = LocalDate.parse("2026-08-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LISTS.withEdition("cps-scc", from, List.of(row("3-3", null, "2026-07-31", null))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LISTS.withEdition("nibrs", from, List.of(row("9-9", null, "2026-08-01", null))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LISTS.withEdition("cps-scc", LocalDate.parse("2024-01-01"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLists.of(
                        List.of(row("3-3", null, "2026-01-01", null), row("3-3", null, "2025-01-01", "2026-01-02"))));
    }

    @Test
    void refuse_a_table_whose_lines_do_not_fit_its_header() {
        assertThat(ShippedTable.rows("t", "a,b\n\"say \"\"so\"\",\nthen\",2\n"))
                .isEqualTo(List.of(Map.of("a", "say \"so\",\nthen", "b", "2")));
        assertThatIllegalStateException().isThrownBy(() -> ShippedTable.rows("t", "a,b\n1\n"));
        assertThatIllegalStateException().isThrownBy(() -> ShippedTable.read(CodeLists.class, "absent.csv"));
    }

    @Test
    void order_levels_from_nothing_recorded_over_presence_to_discipline() {
        assertThat(ActionLevel.values())
                .isSorted()
                .extracting(ActionLevel::toString)
                .containsExactly("missing", "0P", "0R", "1", "2", "3", "D");
        assertThat(Tier.values()).extracting(Tier::toString).containsExactly("missing", "0", "1", "2", "3", "4");
    }

    private static CodeEntry row(String code, @Nullable Tier tier, String from, @Nullable String to) {
        return new CodeEntry(
                "cps-scc",
                code,
                "A row of a test",
                tier,
                null,
                Map.of(),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "test",
                "OWN");
    }

    @Test
    void an_installations_own_editions_follow_each_other_by_their_first_days(@TempDir Path folder) throws IOException {
        String header = "list,code,name,tier,level,valid_from,valid_to,verification,source\n";
        Files.writeString(folder.resolve("own@2026-08-24.csv"), header + "own,B,Second,,,2026-08-24,,invented,OWN\n");
        Files.writeString(folder.resolve("own@2025-08-24.csv"), header + "own,A,First,,,2025-08-24,,invented,OWN\n");
        CodeLists lists = CodeListEditions.added(CodeLists.of(List.of()), folder);
        assertThat(lists.find(Code.of("own/A"), LocalDate.of(2026, 8, 23))).isPresent();
        assertThat(lists.find(Code.of("own/A"), LocalDate.of(2026, 8, 24))).isEmpty();
        assertThat(lists.find(Code.of("own/B"), LocalDate.of(2026, 8, 24))).isPresent();
    }

    @Test
    void an_edition_that_cannot_be_read_is_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own-2026.csv"), "");
        assertThatThrownBy(() -> CodeListEditions.added(CodeLists.of(List.of()), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own-2026.csv");
        Files.move(folder.resolve("own-2026.csv"), folder.resolve("own@2026-08-24.csv"));
        Files.writeString(
                folder.resolve("own@2026-08-24.csv"),
                "list,code,name,tier,level,valid_from,valid_to,verification,source\nother,B,Second,,,2026-08-24,,invented,OWN\n");
        assertThatThrownBy(() -> CodeListEditions.added(CodeLists.of(List.of()), folder))
                .hasMessageContaining("own@2026-08-24.csv");
    }
}
