package brightline.events.rules;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of California's public stop file, read as plainly as a test needs: every ticked column becomes a code. */
record CaliforniaStop(Map<String, String> row) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    InvolvementFacts facts(Stated assumedImminence) {
        List<Code> actions = Stream.of("ca-action", "ca-result")
                .flatMap(this::ticked)
                .collect(Collectors.toCollection(ArrayList::new));
        if (actions.stream().map(code -> entry(code).level()).allMatch(Objects::isNull)) {
            actions.add(new Code("ca-action", "STOP_ONLY"));
        }
        return new InvolvementFacts(
                InvolvementRole.SUBJECT,
                false,
                conduct(),
                new Code("initiator", initiator()),
                actions.stream()
                        .map(code -> new ActionFact(code, Stated.MISSING))
                        .toList(),
                assumedImminence,
                LocalDate.parse(cell("DATE_OF_STOP"), DAY));
    }

    private List<Code> conduct() {
        List<Code> conduct = new ArrayList<>();
        conduct.add(new Code("ca-reason", cell("REASON_FOR_STOP")));
        if (!cell("RFS_EC_DISCIPLINE_CODE").isEmpty()) {
            conduct.add(new Code("ca-ec-section", cell("RFS_EC_DISCIPLINE_CODE")));
        }
        if (!cell("RFS_EC_DISCIPLINE").isEmpty()) {
            conduct.add(new Code("ca-ec-48900", cell("RFS_EC_DISCIPLINE")));
        }
        ticked("ca-suspicion").forEach(conduct::add);
        return conduct;
    }

    private Stream<Code> ticked(String list) {
        return CodeLists.standard().validOn(list, LocalDate.parse(cell("DATE_OF_STOP"), DAY)).stream()
                .filter(entry ->
                        cell(entry.attributes().getOrDefault("column", "")).equals("1"))
                .map(CodeEntry::key);
    }

    private CodeEntry entry(Code code) {
        return CodeLists.standard()
                .find(code, LocalDate.parse(cell("DATE_OF_STOP"), DAY))
                .orElseThrow();
    }

    private String initiator() {
        if (cell("REASON_FOR_STOP").equals("4")) {
            return "WARRANT";
        }
        return cell("CALL_FOR_SERVICE").equals("1") ? "DISPATCH" : "OFFICER";
    }

    boolean inScope() {
        return cell("STOP_STUDENT").equals("1") && cell("K12_SCHOOL_GROUNDS").equals("1");
    }

    List<String> sourceKey() {
        return List.of(cell("AGENCY_ORI"), cell("DOJ_RECORD_ID"), cell("PERSON_NUMBER"));
    }

    List<String> stop() {
        return List.of(cell("AGENCY_ORI"), cell("DOJ_RECORD_ID"));
    }

    String school() {
        return cell("SCHOOL_NAME");
    }

    String race() {
        List<CodeEntry> races = CodeLists.standard().validOn("race", LocalDate.parse(cell("DATE_OF_STOP"), DAY));
        String full = cell("RAE_FULL");
        if (!full.isEmpty()) {
            return races.get(Integer.parseInt(full) - 1).code();
        }
        List<String> flagged = Stream.of(
                        "RAE_ASIAN",
                        "RAE_BLACK_AFRICAN_AMERICAN",
                        "RAE_HISPANIC_LATINO",
                        "RAE_MIDDLE_EASTERN_SOUTH_ASIAN",
                        "RAE_NATIVE_AMERICAN",
                        "RAE_PACIFIC_ISLANDER",
                        "RAE_WHITE")
                .filter(column -> cell(column).equals("1"))
                .toList();
        return switch (flagged.size()) {
            case 0 -> "missing";
            case 1 ->
                races.stream()
                        .map(CodeEntry::code)
                        .filter(race -> flagged.getFirst().startsWith("RAE_" + race))
                        .findFirst()
                        .orElseThrow();
            default -> "MULTIRACIAL";
        };
    }

    /** The tier as the mapping's prose has it, read without the code lists. */
    String tierByTheMapping() {
        return switch (cell("REASON_FOR_STOP")) {
            case "1" -> "2";
            case "2" -> cell("RFS_RS_VIOLENT_CRIME").equals("1") ? "4" : "3";
            case "5", "8" -> "1";
            case "3", "4", "6", "9", "10" -> "0";
            default ->
                switch (cell("RFS_EC_DISCIPLINE_CODE")) {
                    case "1" ->
                        switch (cell("RFS_EC_DISCIPLINE")) {
                            case "9", "10", "12", "19" -> "1";
                            case "1", "5", "11", "18" -> "2";
                            case "2", "4", "7", "8", "13", "14", "16", "17" -> "3";
                            case "3", "6", "15" -> "4";
                            default -> "missing";
                        };
                    case "2", "4" -> "2";
                    case "3" -> "3";
                    case "5" -> "4";
                    default -> "missing";
                };
        };
    }

    /** The level as the mapping's prose has it, read without the code lists. */
    ActionLevel levelByTheMapping() {
        if (any(
                "ROS_CITATION",
                "ROS_IN_FIELD_CITE_RELEASE",
                "ROS_CUSTODIAL_WARRANT",
                "ROS_CUSTODIAL_WITHOUT_WARRANT")) {
            return ActionLevel.LEVEL_3;
        }
        List<String> mild = List.of(
                "ADS_NO_ACTIONS",
                "ADS_ASKED_SEARCH_PER",
                "ADS_ASKED_SEARCH_PROP",
                "ADS_SEARCH_PERS_CONSEN",
                "ADS_SEARCH_PROP_CONSEN");
        boolean powers = row.keySet().stream()
                .anyMatch(column -> column.startsWith("ADS_") && !mild.contains(column) && any(column));
        if (powers || any("ROS_PSYCH_HOLD", "ROS_NONCRIMINAL_TRANSPORT")) {
            return ActionLevel.LEVEL_2;
        }
        boolean contact = any(
                "ROS_WARNING",
                "ROS_FIELD_INTERVIEW_CARD",
                "ROS_CONTACT_LEGAL_GUARDIAN",
                "ROS_US_HOMELAND",
                "ADS_ASKED_SEARCH_PER",
                "ADS_ASKED_SEARCH_PROP");
        boolean referred = any("ROS_REFERRAL_SCHOOL_ADMIN", "ROS_REFERRAL_SCHOOL_COUNSELOR");
        return !contact && referred ? ActionLevel.LEVEL_0R : ActionLevel.LEVEL_1;
    }

    boolean any(String... columns) {
        return Stream.of(columns).anyMatch(column -> cell(column).equals("1"));
    }

    private String cell(String column) {
        return row.getOrDefault(column, "");
    }
}
