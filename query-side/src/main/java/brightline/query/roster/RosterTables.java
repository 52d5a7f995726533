package brightline.query.roster;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.agency.AgencyEvent.*;
import brightline.events.officer.OfficerEvent.*;
import brightline.events.roster.RosterEvent.RosterListReceived;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event makes of the rows. */
final class RosterTables {
    /** First day of a star that was always the officer's, as far as anybody said. */
    static final LocalDate SINCE_EVER = LocalDate.of(1, 1, 1);

    private final ProjectedRows rows;

    RosterTables(ProjectedRows rows) {
        this.rows = rows;
    }

    void write(Recorded recorded) {
        long index = recorded.index();
        switch (recorded.event()) {
            case OfficerRegistered(var officer, var star, var name, var capacity) -> {
                insert(
                        "roster_officer",
                        index,
                        Row.of("officer", officer).set("name", name).set("capacity", capacity));
                insert(
                        "roster_star",
                        index,
                        Row.of("officer", officer).set("star_number", star).set("first_day", SINCE_EVER));
            }
            case OfficerRenamed renamed ->
                rows.change(
                        "roster_officer",
                        index,
                        Row.of("officer", renamed.officerId()),
                        Row.of("name", renamed.name()));
            case StarGiven given -> given(given, index);
            case StarGivenUp(var officer, var lastDay, var _, var _) ->
                rows.change(
                        "roster_star",
                        index,
                        "t.officer = :officer and t.last_day is null",
                        Row.of("officer", officer),
                        Row.of("last_day", lastDay));
            case CapacityChanged(var officer, var capacity) ->
                rows.change("roster_officer", index, Row.of("officer", officer), Row.of("capacity", capacity));
            case AssignmentStarted(var officer, var school, var from) ->
                insert(
                        "roster_assignment",
                        index,
                        assignment(officer, school, from).set("started_at", recorded.recordedAt()));
            case AssignmentEnded ended -> ended(ended, recorded);
            case PostGiven(var officer, var school, var from, var post) ->
                rows.change("roster_assignment", index, assignment(officer, school, from), Row.of("post", post));
            case AssignmentConfirmed(var officer, var school, var on, var side) ->
                insert(
                        "roster_confirmation",
                        index,
                        Row.of("officer", officer)
                                .set("school", school)
                                .set("confirmed_on", on)
                                .set("side", side));
            case AssignmentWithdrawn(var officer, var school, var from, var _) ->
                rows.end("roster_assignment", index, assignment(officer, school, from));
            case RosterListReceived list -> list(list, index);
            case OfficerScreened(var officer, var on, var criteria, var facts, var result, var consulted) ->
                rows.restate(
                        "officer_screening",
                        index,
                        Row.of("officer", officer)
                                .set("screened_on", on)
                                .set("criteria_version", criteria)
                                .set("facts", facts)
                                .set("result", result)
                                .set("principal_consulted", consulted),
                        "officer",
                        "screened_on");
            case ComplaintReceived(var officer, var complaint, var on, var about, var probable) -> {
                insert(
                        "officer_complaint",
                        index,
                        Row.of("officer", officer)
                                .set("complaint", complaint)
                                .set("received_on", on)
                                .set("about", about));
                stated(officer, complaint, on, probable, index);
            }
            case ComplaintAssessed(var officer, var complaint, var on, var probable) ->
                stated(officer, complaint, on, probable, index);
            case ComplaintFound(var officer, var complaint, var on, var finding, var about) ->
                rows.restate(
                        "officer_complaint_finding",
                        index,
                        Row.of("officer", officer)
                                .set("complaint", complaint)
                                .set("found_on", on)
                                .set("finding", finding)
                                .set("about", about),
                        "officer",
                        "complaint",
                        "found_on");
            case TrainingCompleted(var officer, var topic, var on, var expires, var certificate) ->
                trained(training(officer, topic, on), expires, false, certificate, index);
            case TrainingWaived(var officer, var topic, var from, var expires, var number) ->
                trained(training(officer, topic, from), expires, true, number, index);
            case TrainingWithdrawn(var officer, var topic, var day, var _) ->
                rows.end("officer_training", index, training(officer, topic, day));
            case AgreementAcknowledged(var officer, var agreement, var version, var on) ->
                insert(
                        "officer_acknowledgement",
                        index,
                        Row.of("officer", officer)
                                .set("agreement_id", agreement)
                                .set("version", version)
                                .set("acknowledged_on", on));
            case ProgrammeRulesSet set -> rules(set, index);
            case CoordinatorDesignated(var name, var from) ->
                insert("programme_coordinator", index, Row.of("first_day", from).set("name", name));
            case CoordinatorEnded(var lastDay) ->
                rows.change(
                        "programme_coordinator", index, "t.last_day is null", new Row(), Row.of("last_day", lastDay));
            case SettingsChanged _ -> {
                // Nothing of the programme.
            }
            default -> throw new IllegalStateException("Not of the roster: " + recorded.stream());
        }
    }

    private void insert(String table, long index, Row row) {
        rows.insert(table, row.set("known_from_index", index));
    }

    /** Stars that began before are worn until the day before, others never were. */
    private void given(StarGiven given, long index) {
        LocalDate from = given.from();
        Row values = Row.of("officer", given.officerId())
                .set("star", given.starNumber())
                .set("from", from);
        rows.end("roster_star", index, """
                t.officer = :officer and (cast(:from as date) is null or t.first_day >= :from
                                          or t.last_day is null and t.star_number = :star)
                """, values);
        if (from != null) {
            rows.change(
                    "roster_star",
                    index,
                    "t.officer = :officer and t.star_number <> :star and (t.last_day is null or t.last_day >= :from)",
                    values,
                    Row.of("last_day", from.minusDays(1)));
        }
        insert(
                "roster_star",
                index,
                Row.of("officer", given.officerId())
                        .set("star_number", given.starNumber())
                        .set("first_day", from == null ? SINCE_EVER : from));
    }

    private static Row assignment(OfficerId officer, SchoolCode school, LocalDate from) {
        return Row.of("officer", officer).set("school", school).set("first_day", from);
    }

    private static Row training(OfficerId officer, Code topic, LocalDate from) {
        return Row.of("officer", officer).set("topic", topic.toString()).set("held_from", from);
    }

    /** Of the open assignments at the school the one that began last up to the day. */
    private void ended(AssignmentEnded ended, Recorded recorded) {
        rows.change(
                "roster_assignment",
                recorded.index(),
                """
                (t.officer, t.school, t.first_day, t.known_from_index) = (
                  select officer, school, first_day, known_from_index from $rm.roster_assignment
                   where officer = :officer and school = :school and first_day <= :lastDay and last_day is null
                     and known_to_index is null and known_from_index < :index
                   order by first_day desc limit 1)
                """,
                Row.of("officer", ended.officerId())
                        .set("school", ended.school())
                        .set("lastDay", ended.lastDay()),
                Row.of("last_day", ended.lastDay()).set("ended_at", recorded.recordedAt()));
    }

    private void list(RosterListReceived list, long index) {
        Row row = Row.of("side", list.side()).set("list_day", list.day());
        rows.insert(
                "roster_list_line",
                list.lines().stream()
                        .map(line -> row.copy()
                                .set("known_from_index", index)
                                .set("star_number", line.starNumber())
                                .set("school", line.school()))
                        .toList());
        rows.restate("roster_list", index, row, "side", "list_day");
    }

    private void stated(OfficerId officer, String complaint, LocalDate on, Stated probable, long index) {
        rows.restate(
                "officer_complaint_statement",
                index,
                Row.of("officer", officer)
                        .set("complaint", complaint)
                        .set("stated_on", on)
                        .set("discipline_probable", probable),
                "officer",
                "complaint",
                "stated_on");
    }

    private void trained(
            Row training, @Nullable LocalDate expires, boolean waived, @Nullable String number, long index) {
        rows.restate(
                "officer_training",
                index,
                training.set("expires_on", expires).set("waived", waived).set("number", number),
                "officer",
                "topic",
                "held_from");
    }

    private void rules(ProgrammeRulesSet set, long index) {
        List<Row> rules = new ArrayList<>();
        rules.add(Row.of("kind", "SET").set("code", "-"));
        set.eligibilityRules()
                .forEach(rule -> rules.add(Row.of("kind", "ELIGIBILITY").set("code", rule.toString())));
        set.topics()
                .forEach(topic -> rules.add(Row.of("kind", "TOPIC")
                        .set("code", topic.topic().toString())
                        .set("name", topic.name())));
        rows.end("programme_rule", index, Row.of("from_day", set.from()));
        rows.insert(
                "programme_rule",
                rules.stream()
                        .map(rule -> rule.set("from_day", set.from()).set("known_from_index", index))
                        .toList());
    }
}
