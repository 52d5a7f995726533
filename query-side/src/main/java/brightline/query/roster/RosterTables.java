package brightline.query.roster;

import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.agency.AgencyEvent.CoordinatorDesignated;
import brightline.events.agency.AgencyEvent.CoordinatorEnded;
import brightline.events.agency.AgencyEvent.ProgrammeRulesSet;
import brightline.events.agency.AgencyEvent.RequiredTopic;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.officer.OfficerEvent.AgreementAcknowledged;
import brightline.events.officer.OfficerEvent.AssignmentConfirmed;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.officer.OfficerEvent.AssignmentWithdrawn;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.ComplaintAssessed;
import brightline.events.officer.OfficerEvent.ComplaintFound;
import brightline.events.officer.OfficerEvent.ComplaintReceived;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import brightline.events.officer.OfficerEvent.OfficerScreened;
import brightline.events.officer.OfficerEvent.PostGiven;
import brightline.events.officer.OfficerEvent.TrainingCompleted;
import brightline.events.officer.OfficerEvent.TrainingWaived;
import brightline.events.officer.OfficerEvent.TrainingWithdrawn;
import brightline.events.roster.RosterEvent.RosterLine;
import brightline.events.roster.RosterEvent.RosterListReceived;
import brightline.query.projection.Projection.ProjectedTable;
import brightline.query.projection.Recorded;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each event makes of the rows. */
final class RosterTables {
    static final List<ProjectedTable> ALL = List.of(
            new ProjectedTable("roster_officer", List.of("officer", "known_from_index")),
            new ProjectedTable("roster_assignment", List.of("officer", "school", "first_day", "known_from_index")),
            new ProjectedTable(
                    "roster_confirmation", List.of("officer", "school", "confirmed_on", "side", "known_from_index")),
            new ProjectedTable("roster_list", List.of("side", "list_day", "known_from_index")),
            new ProjectedTable(
                    "roster_list_line", List.of("side", "list_day", "known_from_index", "star_number", "school")),
            new ProjectedTable("officer_screening", List.of("officer", "screened_on", "known_from_index")),
            new ProjectedTable("officer_complaint", List.of("officer", "complaint")),
            new ProjectedTable(
                    "officer_complaint_statement", List.of("officer", "complaint", "stated_on", "known_from_index")),
            new ProjectedTable(
                    "officer_complaint_finding", List.of("officer", "complaint", "found_on", "known_from_index")),
            new ProjectedTable("officer_training", List.of("officer", "topic", "held_from", "known_from_index")),
            new ProjectedTable("officer_acknowledgement", List.of("officer", "agreement_id", "version")),
            new ProjectedTable("programme_rule", List.of("from_day", "kind", "code", "known_from_index")),
            new ProjectedTable("programme_coordinator", List.of("first_day", "known_from_index")));

    private static final String TRAINING = "officer, topic, held_from";
    private static final String PROGRAMME_RULE = "programme_rule";

    private final VersionedRows rows;

    RosterTables(VersionedRows rows) {
        this.rows = rows;
    }

    void write(Recorded recorded) {
        long index = recorded.index();
        Timestamp at = Timestamp.from(recorded.recordedAt());
        switch (recorded.event()) {
            case OfficerRegistered(var officer, var star, var name, var capacity) ->
                rows.insert("roster_officer", officer.value(), star, name, capacity.code(), index, null);
            case CapacityChanged(var officer, var capacity) -> capacity(officer.value(), capacity, index);
            case AssignmentStarted(var officer, var school, var from) ->
                rows.insert(
                        "roster_assignment", officer.value(), school.value(), from, null, null, at, null, index, null);
            case AssignmentEnded(var officer, var school, var lastDay) ->
                ended(officer.value(), school.value(), lastDay, at, index);
            case PostGiven(var officer, var school, var from, var post) ->
                post(officer.value(), school.value(), from, post, index);
            case AssignmentConfirmed(var officer, var school, var on, var side) ->
                rows.insert("roster_confirmation", officer.value(), school.value(), on, side.code(), index);
            case AssignmentWithdrawn(var officer, var school, var from, var _) ->
                rows.close(
                        "roster_assignment",
                        index,
                        "officer, school, first_day",
                        officer.value(),
                        school.value(),
                        from);
            case RosterListReceived list -> list(list, index);
            case OfficerScreened screened -> screened(screened, index);
            case ComplaintReceived(var officer, var complaint, var on, var about, var probable) -> {
                rows.insert("officer_complaint", officer.value(), complaint, on, codes(about), index);
                stated(officer.value(), complaint, on, probable, index);
            }
            case ComplaintAssessed(var officer, var complaint, var on, var probable) ->
                stated(officer.value(), complaint, on, probable, index);
            case ComplaintFound(var officer, var complaint, var on, var finding, var about) -> {
                rows.close(
                        "officer_complaint_finding",
                        index,
                        "officer, complaint, found_on",
                        officer.value(),
                        complaint,
                        on);
                rows.insert(
                        "officer_complaint_finding",
                        officer.value(),
                        complaint,
                        on,
                        finding.code(),
                        codes(about),
                        index,
                        null);
            }
            case TrainingCompleted(var officer, var topic, var on, var expires, var certificate) ->
                trained(officer.value(), topic, on, expires, false, certificate, index);
            case TrainingWaived(var officer, var topic, var from, var expires, var number) ->
                trained(officer.value(), topic, from, expires, true, number, index);
            case TrainingWithdrawn(var officer, var topic, var day, var _) ->
                rows.close("officer_training", index, TRAINING, officer.value(), topic.toString(), day);
            case AgreementAcknowledged(var officer, var agreement, var version, var on) ->
                rows.insert("officer_acknowledgement", officer.value(), agreement.value(), version, on, index);
            case ProgrammeRulesSet set -> rules(set, index);
            case CoordinatorDesignated(var name, var from) ->
                rows.insert("programme_coordinator", from, name, null, index, null);
            case CoordinatorEnded(var lastDay) -> coordinatorEnded(lastDay, index);
            case SettingsChanged _ -> {
                // Nothing of the programme.
            }
            default -> throw new IllegalStateException("Not of the roster: " + recorded.stream());
        }
    }

    private void capacity(UUID officer, Code capacity, long index) {
        rows.run("""
                with before as (
                  update $rm.roster_officer set known_to_index = ?
                   where officer = ? and known_to_index is null and known_from_index < ? returning *)
                insert into $rm.roster_officer
                select officer, star_number, name, ?::text, ?::bigint, null from before on conflict do nothing
                """, index, officer, index, capacity.code(), index);
    }

    /** Of the open assignments at the school the one that began last up to the day. */
    private void ended(UUID officer, String school, LocalDate lastDay, Timestamp at, long index) {
        rows.run("""
                with before as (
                  update $rm.roster_assignment set known_to_index = ?
                   where (officer, school, first_day, known_from_index) = (
                           select officer, school, first_day, known_from_index from $rm.roster_assignment
                            where officer = ? and school = ? and first_day <= ? and last_day is null
                              and known_to_index is null and known_from_index < ?
                            order by first_day desc limit 1)
                  returning *)
                insert into $rm.roster_assignment
                select officer, school, first_day, ?::date, post, started_at, ?::timestamptz, ?::bigint, null
                  from before on conflict do nothing
                """, index, officer, school, lastDay, index, lastDay, at, index);
    }

    private void post(UUID officer, String school, LocalDate from, Code post, long index) {
        rows.run("""
                with before as (
                  update $rm.roster_assignment set known_to_index = ?
                   where officer = ? and school = ? and first_day = ? and known_to_index is null
                     and known_from_index < ?
                  returning *)
                insert into $rm.roster_assignment
                select officer, school, first_day, last_day, ?::text, started_at, ended_at, ?::bigint, null from before
                on conflict do nothing
                """, index, officer, school, from, index, post.code(), index);
    }

    private void list(RosterListReceived list, long index) {
        String side = list.side().code();
        rows.close("roster_list", index, "side, list_day", side, list.day());
        rows.insert("roster_list", side, list.day(), index, null);
        for (RosterLine line : list.lines()) {
            rows.insert(
                    "roster_list_line",
                    side,
                    list.day(),
                    index,
                    line.starNumber(),
                    line.school().value());
        }
    }

    private void screened(OfficerScreened screened, long index) {
        UUID officer = screened.officerId().value();
        rows.close("officer_screening", index, "officer, screened_on", officer, screened.screenedOn());
        rows.insert(
                "officer_screening",
                officer,
                screened.screenedOn(),
                screened.criteriaVersion(),
                codes(screened.facts()),
                screened.result().code(),
                said(screened.principalConsulted()),
                index,
                null);
    }

    private void stated(UUID officer, String complaint, LocalDate on, Stated probable, long index) {
        rows.close("officer_complaint_statement", index, "officer, complaint, stated_on", officer, complaint, on);
        rows.insert("officer_complaint_statement", officer, complaint, on, said(probable), index, null);
    }

    private void trained(
            UUID officer,
            Code topic,
            LocalDate from,
            @Nullable LocalDate expires,
            boolean waived,
            @Nullable String number,
            long index) {
        rows.close("officer_training", index, TRAINING, officer, topic.toString(), from);
        rows.insert("officer_training", officer, topic.toString(), from, expires, waived, number, index, null);
    }

    private void rules(ProgrammeRulesSet set, long index) {
        rows.close(PROGRAMME_RULE, index, "from_day", set.from());
        rows.insert(PROGRAMME_RULE, set.from(), "SET", "-", null, index, null);
        for (Code rule : set.eligibilityRules()) {
            rows.insert(PROGRAMME_RULE, set.from(), "ELIGIBILITY", rule.toString(), null, index, null);
        }
        for (RequiredTopic topic : set.topics()) {
            rows.insert(PROGRAMME_RULE, set.from(), "TOPIC", topic.topic().toString(), topic.name(), index, null);
        }
    }

    private void coordinatorEnded(LocalDate lastDay, long index) {
        rows.run("""
                with before as (
                  update $rm.programme_coordinator set known_to_index = ?
                   where last_day is null and known_to_index is null and known_from_index < ? returning *)
                insert into $rm.programme_coordinator
                select first_day, name, ?::date, ?::bigint, null from before on conflict do nothing
                """, index, index, lastDay, index);
    }

    private static String[] codes(Collection<Code> codes) {
        return codes.stream().map(Code::code).toArray(String[]::new);
    }

    private static @Nullable String said(Stated stated) {
        return stated == Stated.MISSING ? null : stated.name();
    }
}
