package brightline.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Stated;
import brightline.events.code.CodeLists;
import brightline.events.code.ShippedTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The state's own codes, all attached, give the tier and the level of the mapping. */
class CaliforniaProfileTest {

    private static final String SAMPLE = "/california-stop-data/";
    private static final List<Map<String, String>> ROWS =
            ShippedTable.read(CaliforniaProfileTest.class, SAMPLE + "sample.csv");

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void gives_exactly_the_expected_figures_of_the_sample(int number) throws Exception {
        JsonNode expected;
        try (var in = CaliforniaProfileTest.class.getResourceAsStream(SAMPLE + "sample-rule-set-" + number + ".json")) {
            expected = JsonMapper.shared().readTree(in);
        }
        List<CaliforniaStop> accepted = accepted();
        CodeLists lists = CodeLists.standard();
        Function<CaliforniaStop, InvolvementFacts> facts = stop -> stop.facts(Stated.NO);
        Function<CaliforniaStop, String> involvementClass =
                stop -> InvolvementClassifier.classify(facts.apply(stop), RuleSet.of(number), lists)
                        .involvementClass()
                        .name();

        long inScope = ROWS.stream()
                .map(CaliforniaStop::new)
                .filter(CaliforniaStop::inScope)
                .count();
        Map<String, Object> given = new TreeMap<>();
        given.put("ruleSet", number);
        given.put("rows", ROWS.size());
        given.put("accepted", accepted.size());
        given.put("duplicates", inScope - accepted.size());
        given.put("outOfScope", ROWS.size() - inScope);
        given.put(
                "incidents",
                accepted.stream().map(CaliforniaStop::stop).distinct().count());
        given.put(
                "tiers",
                counted(
                        accepted,
                        stop -> InvolvementClassifier.tier(facts.apply(stop), lists)
                                .toString()));
        given.put(
                "levels",
                counted(
                        accepted,
                        stop -> InvolvementClassifier.highestLevel(facts.apply(stop), lists)
                                .toString()));
        Map<String, Long> classes = counted(accepted, involvementClass);
        long denominator = classes.entrySet().stream()
                .filter(entry -> InvolvementClass.valueOf(entry.getKey()).inDenominator())
                .mapToLong(Map.Entry::getValue)
                .sum();
        long review = classes.getOrDefault("NEEDS_REVIEW", 0L);
        given.put("classes", classes);
        given.put("D", denominator);
        given.put("M2a_strict", share(classes.getOrDefault("ROUTINE_DISCIPLINE", 0L), denominator));
        given.put("M2d_backlog", share(review, denominator + review));
        given.put(
                "custodial_arrests",
                accepted.stream()
                        .filter(stop -> stop.any("ROS_CUSTODIAL_WARRANT", "ROS_CUSTODIAL_WITHOUT_WARRANT"))
                        .count());
        given.put("by_school", grouped(accepted, CaliforniaStop::school, involvementClass));
        given.put("by_race", grouped(accepted, CaliforniaStop::race, involvementClass));

        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(json.writeValueAsString(given))).isEqualTo(expected);
    }

    @Test
    void agrees_with_the_mapping_for_every_row_of_the_sample() {
        ROWS.forEach(row -> assertAgrees(new CaliforniaStop(row)));
    }

    /** Ticks no sample has, and reasons whose details belong to another reason. */
    @Test
    void agrees_with_the_mapping_for_ten_thousand_rows_ticked_by_chance() {
        Random random = new Random(48900);
        List<String> ticks = ROWS.getFirst().keySet().stream()
                .filter(column -> column.matches("(ADS|ROS|RFS_RS)_.*") && !column.matches("RFS_RS_CODE|.*_CDS"))
                .toList();
        for (int round = 0; round < 10_000; round++) {
            Map<String, String> row = new HashMap<>();
            int chance = 1 + random.nextInt(30);
            ticks.forEach(
                    column -> row.put(column, random.nextInt(chance) == 0 ? "1" : random.nextBoolean() ? "0" : ""));
            row.put("DATE_OF_STOP", "07/01/2018");
            row.put("REASON_FOR_STOP", String.valueOf(1 + random.nextInt(10)));
            row.put("RFS_EC_DISCIPLINE_CODE", random.nextInt(3) == 0 ? "" : String.valueOf(1 + random.nextInt(5)));
            row.put("RFS_EC_DISCIPLINE", random.nextInt(3) == 0 ? "" : String.valueOf(1 + random.nextInt(19)));
            assertAgrees(new CaliforniaStop(row));
        }
    }

    @Test
    void keeps_every_ticked_column_of_the_file_as_a_fact() {
        Set<String> columns = CodeLists.standard().names().stream()
                .filter(list -> list.startsWith("ca-"))
                .flatMap(list -> CodeLists.standard().validOn(list, LocalDate.parse("2022-01-01")).stream())
                .map(entry -> entry.attributes().getOrDefault("column", ""))
                .collect(Collectors.toSet());
        assertThat(ROWS.getFirst().keySet().stream()
                        .filter(column -> column.matches("(ADS|ROS|BFS|CED|BPS|TPS|RFS_RS|RFS_EC)_.*")
                                && !column.equals("RFS_RS_CODE")))
                .isSubsetOf(columns);
    }

    private static void assertAgrees(CaliforniaStop stop) {
        InvolvementFacts facts = stop.facts(Stated.NO);
        assertThat(InvolvementClassifier.tier(facts, CodeLists.standard())).hasToString(stop.tierByTheMapping());
        assertThat(InvolvementClassifier.highestLevel(facts, CodeLists.standard()))
                .isEqualTo(stop.levelByTheMapping());
    }

    private static List<CaliforniaStop> accepted() {
        Set<List<String>> seen = new HashSet<>();
        List<CaliforniaStop> accepted = new ArrayList<>();
        for (Map<String, String> row : ROWS) {
            CaliforniaStop stop = new CaliforniaStop(row);
            if (stop.inScope() && seen.add(stop.sourceKey())) {
                accepted.add(stop);
            }
        }
        return accepted;
    }

    private static Map<String, Long> counted(List<CaliforniaStop> stops, Function<CaliforniaStop, String> by) {
        return stops.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Map<String, Long>> grouped(
            List<CaliforniaStop> stops, Function<CaliforniaStop, String> by, Function<CaliforniaStop, String> within) {
        return stops.stream()
                .collect(Collectors.groupingBy(
                        by, TreeMap::new, Collectors.groupingBy(within, TreeMap::new, Collectors.counting())));
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
