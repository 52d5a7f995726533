package brightline.query.roster;

import brightline.events.AgreementId;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.*;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.*;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What events of schools and agreements make of the rows. */
final class ProgrammeTables {
    private final ProjectedRows rows;

    ProgrammeTables(ProjectedRows rows) {
        this.rows = rows;
    }

    void write(SchoolEvent event, long index) {
        switch (event) {
            case SchoolRegistered _, SchoolProvisionallyRegistered _, CodeGiven _ -> {
                // Names are kept with the figures.
            }
            case ProgrammeStatusSet(var school, var status, var from, var vote) -> {
                Row row = Row.of("school", school).set("from_day", from).set("status", status);
                if (vote != null) {
                    row.set("vote_on", vote.on())
                            .set("vote_body", vote.body())
                            .set("votes_for", vote.votesFor())
                            .set("votes_against", vote.votesAgainst());
                }
                rows.restate("school_programme_status", index, row, "school", "from_day");
            }
            case EnrolmentCounted(var school, var day, var total, var groups) -> {
                Row row = Row.of("school", school).set("day", day);
                rows.insert(
                        "school_enrolment_group",
                        groups.stream()
                                .map(one -> row.copy()
                                        .set("known_from_index", index)
                                        .set("code_list", one.group().list())
                                        .set("code", one.group())
                                        .set("students", one.count()))
                                .toList());
                rows.restate("school_enrolment", index, row.set("total", total), "school", "day");
            }
        }
    }

    void write(AgreementEvent event, long index) {
        Row row = Row.of("agreement_id", event.agreementId()).set("known_from_index", index);
        switch (event) {
            case AgreementDrafted(var _, var kind, var title, var parties) ->
                rows.insert(
                        "agreement_paper",
                        row.set("kind", kind).set("title", title).set("parties", parties));
            case VersionWritten version -> written(version, row);
            case CommunityHeard(var _, var version, var group, var on, var changed) ->
                rows.insert(
                        "agreement_hearing",
                        row.set("version", version)
                                .set("heard_on", on)
                                .set("community_group", group)
                                .set("changed", changed));
            case VersionAdopted(var _, var version, var from, var to) ->
                rows.insert(
                        "agreement_adoption",
                        row.set("version", version).set("from_day", from).set("to_day", to));
            case RuleSetProposed(var _, var ruleSet, var on) -> step(row, ruleSet, "PROPOSED", on);
            case RuleSetTested(var _, var ruleSet, var on, var from, var to, var involvements, var changed) ->
                step(
                        row.set("from_day", from)
                                .set("to_day", to)
                                .set("involvements", involvements)
                                .set("changed", changed),
                        ruleSet,
                        "TESTED",
                        on);
            case RuleSetApproved(var _, var ruleSet, var on, var by) ->
                step(row.set("approved_by", by), ruleSet, "APPROVED", on);
            case AgreementPutInForce(var _, var ruleSet, var from, var to) ->
                rows.insert(
                        "agreement_binding",
                        row.set("rule_set", ruleSet).set("from_day", from).set("to_day", to));
            case AgreementEnded(var id, var lastDay) -> {
                ended("agreement_adoption", id, lastDay, index);
                ended("agreement_binding", id, lastDay, index);
            }
        }
    }

    private void step(Row row, int ruleSet, String step, LocalDate on) {
        rows.insert(
                "agreement_rule_set",
                row.set("rule_set", ruleSet).set("step", step).set("on_day", on));
    }

    private void written(VersionWritten written, Row row) {
        rows.insert(
                "agreement_version",
                row.set("version", written.version())
                        .set("written_on", written.writtenOn())
                        .set("parties", written.parties()));
        rows.insert(
                "agreement_clause",
                written.clauses().stream()
                        .map(clause -> of(written)
                                .set("clause", clause.clause())
                                .set("present", clause.present())
                                .set("section", clause.section()))
                        .toList());
        List<Row> sharing = new ArrayList<>();
        for (SharingRule rule : written.sharing()) {
            sharing.add(of(written)
                    .set("place", sharing.size() + 1)
                    .set("records", rule.records())
                    .set("shown_to", rule.to())
                    .set("basis", rule.basis()));
        }
        rows.insert("agreement_sharing", sharing);
    }

    private static Row of(VersionWritten written) {
        return Row.of("agreement_id", written.agreementId()).set("version", written.version());
    }

    /** Stretches that would begin later never begin; those that go on end that day. */
    private void ended(String table, AgreementId id, LocalDate lastDay, long index) {
        Row day = Row.of("id", id).set("day", lastDay);
        rows.end(table, index, "t.agreement_id = :id and t.from_day > :day", day);
        rows.change(
                table,
                index,
                "t.agreement_id = :id and t.from_day <= :day and (t.to_day is null or t.to_day > :day)",
                day,
                Row.of("to_day", lastDay));
    }
}
