package brightline.command.school;

import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Worn;
import brightline.command.school.SchoolCommand.*;
import brightline.command.school.SchoolState.Known;
import brightline.command.school.SchoolState.Unknown;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencyEvent;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.*;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

final class SchoolDecider {
    private SchoolDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<SchoolEvent> decide(SchoolCommand command, SchoolState state, RegisterEdition register) {
        mustBeFree(command.school());
        return switch (command) {
            case RegisterSchool(var school, var name) ->
                state instanceof Known known
                                && !known.provisional()
                                && known.name().equals(name)
                        ? List.of()
                        : List.of(new SchoolRegistered(school, name));
            case RegisterProvisionally(var school, var name, var importId) ->
                switch (state) {
                    case Unknown _ -> List.of(new SchoolProvisionallyRegistered(school, name, importId));
                    case Known _ -> List.of();
                };
            case GiveCode give -> give(give, known(state), register);
            case SetProgrammeStatus(var school, var status, var from, var vote) -> {
                ProgrammeStatusSet set = new ProgrammeStatusSet(school, status, from, vote);
                yield set.equals(known(state).statuses().get(from)) ? List.of() : List.of(set);
            }
            case CountEnrolment count -> count(count, known(state));
        };
    }

    private static void mustBeFree(SchoolCode code) {
        if (code.value().equals(AgencyEvent.STREAM) || code.equals(SchoolCode.OUT_OF_DISTRICT)) {
            throw ReferenceRule.SCHOOL_CODE_RESERVED.broken();
        }
    }

    private static List<SchoolEvent> give(GiveCode command, Known known, RegisterEdition register) {
        mustBeFree(command.code());
        LocalDate from = command.from();
        Worn borne = known.codes().getLast();
        if (borne.number().equals(command.code().value()) && Objects.equals(borne.from(), from)) {
            return List.of();
        }
        boolean isBorne = borne.number().equals(command.code().value()) && borne.lastDay() == null;
        if (isBorne && from != null && borne.covers(from)) {
            return List.of();
        }
        if (from != null && borne.from() != null && borne.from().isAfter(from)) {
            throw SchoolRule.CODE_GIVEN_LATER.broken();
        }
        if (register.isCodeOfOther(command.code(), command.school())) {
            throw ReferenceRule.SCHOOL_CODE_TAKEN.broken();
        }
        return List.of(new CodeGiven(command.school(), command.code(), from, command.reason(), command.basis()));
    }

    private static List<SchoolEvent> count(CountEnrolment command, Known known) {
        Map<String, Integer> byList = command.groups().stream()
                .collect(Collectors.groupingBy(one -> one.group().list(), Collectors.summingInt(GroupCount::count)));
        if (byList.values().stream().anyMatch(sum -> sum > command.total())) {
            throw SchoolRule.GROUPS_EXCEED_TOTAL.broken();
        }
        EnrolmentCounted counted = new EnrolmentCounted(
                command.school(),
                command.day(),
                command.total(),
                command.groups().stream()
                        .sorted(Comparator.comparing(one -> one.group().toString()))
                        .toList());
        return counted.equals(known.enrolments().get(command.day())) ? List.of() : List.of(counted);
    }

    private static Known known(SchoolState state) {
        if (state instanceof Known known) {
            return known;
        }
        throw ReferenceRule.SCHOOL_UNKNOWN.broken();
    }

    static SchoolState evolve(SchoolState state, SchoolEvent event) {
        Known before = state instanceof Known known
                ? known
                : new Known("", true, List.of(new Worn(event.school().value(), null, null)), Map.of(), Map.of());
        return switch (event) {
            case SchoolRegistered(var _, var name) ->
                new Known(name, false, before.codes(), before.statuses(), before.enrolments());
            case SchoolProvisionallyRegistered(var _, var name, var _) ->
                new Known(name, true, before.codes(), before.statuses(), before.enrolments());
            case CodeGiven given -> before.with(given);
            case ProgrammeStatusSet set -> before.with(set);
            case EnrolmentCounted counted -> before.with(counted);
        };
    }
}
