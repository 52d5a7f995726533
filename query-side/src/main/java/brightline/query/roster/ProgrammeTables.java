package brightline.query.roster;

import brightline.events.Stated;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.AgreementDrafted;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import brightline.events.agreement.AgreementEvent.Clause;
import brightline.events.agreement.AgreementEvent.CommunityHeard;
import brightline.events.agreement.AgreementEvent.RuleSetApproved;
import brightline.events.agreement.AgreementEvent.RuleSetProposed;
import brightline.events.agreement.AgreementEvent.RuleSetTested;
import brightline.events.agreement.AgreementEvent.SharingRule;
import brightline.events.agreement.AgreementEvent.VersionAdopted;
import brightline.events.agreement.AgreementEvent.VersionWritten;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.EnrolmentCounted;
import brightline.events.school.SchoolEvent.GroupCount;
import brightline.events.school.SchoolEvent.ProgrammeStatusSet;
import brightline.events.school.SchoolEvent.SchoolProvisionallyRegistered;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import brightline.events.school.SchoolEvent.Vote;
import brightline.query.projection.Projection.ProjectedTable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What events of schools and agreements make of the rows. */
final class ProgrammeTables {
    static final List<ProjectedTable> ALL = List.of(
            new ProjectedTable("school_programme_status", List.of("school", "from_day", "known_from_index")),
            new ProjectedTable("school_enrolment", List.of("school", "day", "known_from_index")),
            new ProjectedTable(
                    "school_enrolment_group", List.of("school", "day", "known_from_index", "code_list", "code")),
            new ProjectedTable("agreement_paper", List.of("agreement_id")),
            new ProjectedTable("agreement_version", List.of("agreement_id", "version")),
            new ProjectedTable("agreement_clause", List.of("agreement_id", "version", "clause")),
            new ProjectedTable("agreement_sharing", List.of("agreement_id", "version", "place")),
            new ProjectedTable("agreement_hearing", List.of("known_from_index")),
            new ProjectedTable("agreement_adoption", List.of("agreement_id", "from_day", "known_from_index")),
            new ProjectedTable("agreement_binding", List.of("agreement_id", "from_day", "known_from_index")),
            new ProjectedTable("agreement_rule_set", List.of("known_from_index")));

    private static final String RULE_SETS = "agreement_rule_set";

    private final VersionedRows rows;

    ProgrammeTables(VersionedRows rows) {
        this.rows = rows;
    }

    void write(SchoolEvent event, long index) {
        switch (event) {
            case SchoolRegistered _, SchoolProvisionallyRegistered _ -> {
                // Names are kept with the figures.
            }
            case ProgrammeStatusSet(var school, var status, var from, var vote) -> {
                rows.close("school_programme_status", index, "school, from_day", school.value(), from);
                Vote cast = vote;
                rows.insert(
                        "school_programme_status",
                        school.value(),
                        from,
                        status.code(),
                        cast == null ? null : cast.on(),
                        cast == null ? null : cast.body().code(),
                        cast == null ? null : cast.votesFor(),
                        cast == null ? null : cast.votesAgainst(),
                        index,
                        null);
            }
            case EnrolmentCounted(var school, var day, var total, var groups) -> {
                rows.close("school_enrolment", index, "school, day", school.value(), day);
                rows.insert("school_enrolment", school.value(), day, total, index, null);
                for (GroupCount one : groups) {
                    rows.insert(
                            "school_enrolment_group",
                            school.value(),
                            day,
                            index,
                            one.group().list(),
                            one.group().code(),
                            one.count());
                }
            }
        }
    }

    void write(AgreementEvent event, long index) {
        UUID id = event.agreementId().value();
        switch (event) {
            case AgreementDrafted(var _, var kind, var title, var parties) ->
                rows.insert("agreement_paper", id, kind.name(), title, parties.toArray(String[]::new), index);
            case VersionWritten version -> written(id, version, index);
            case CommunityHeard(var _, var version, var group, var on, var changed) ->
                rows.insert("agreement_hearing", id, version, on, group.code(), changed, index);
            case VersionAdopted(var _, var version, var from, var to) ->
                rows.insert("agreement_adoption", id, version, from, to, index, null);
            case RuleSetProposed(var _, var ruleSet, var on) ->
                rows.insert(RULE_SETS, id, ruleSet, "PROPOSED", on, null, null, null, null, null, index);
            case RuleSetTested(var _, var ruleSet, var on, var from, var to, var involvements, var changed) ->
                rows.insert(RULE_SETS, id, ruleSet, "TESTED", on, from, to, involvements, changed, null, index);
            case RuleSetApproved(var _, var ruleSet, var on, var by) ->
                rows.insert(RULE_SETS, id, ruleSet, "APPROVED", on, null, null, null, null, by, index);
            case AgreementPutInForce(var _, var ruleSet, var from, var to) ->
                rows.insert("agreement_binding", id, ruleSet, from, to, index, null);
            case AgreementEnded(var _, var lastDay) -> {
                ended("agreement_adoption", "version", id, lastDay, index);
                ended("agreement_binding", "rule_set", id, lastDay, index);
            }
        }
    }

    private void written(UUID id, VersionWritten written, long index) {
        rows.insert(
                "agreement_version",
                id,
                written.version(),
                written.writtenOn(),
                written.parties().toArray(String[]::new),
                index);
        for (Clause clause : written.clauses()) {
            rows.insert(
                    "agreement_clause",
                    id,
                    written.version(),
                    clause.clause().code(),
                    clause.present() == Stated.MISSING ? null : clause.present().name(),
                    clause.section());
        }
        int place = 0;
        for (SharingRule rule : written.sharing()) {
            place++;
            rows.insert("agreement_sharing", id, written.version(), place, rule.records(), rule.to(), rule.basis());
        }
    }

    /** Stretches that would begin later never begin; those that go on end that day. */
    private void ended(String table, String what, UUID id, LocalDate lastDay, long index) {
        rows.run("""
                with before as (
                  update $rm.%1$s set known_to_index = ?
                   where agreement_id = ? and (to_day is null or to_day > ?) and known_to_index is null
                     and known_from_index < ?
                  returning *)
                insert into $rm.%1$s
                select agreement_id, %2$s, from_day, ?::date, ?::bigint, null from before where from_day <= ?
                on conflict do nothing
                """.formatted(table, what), index, id, lastDay, index, lastDay, index, lastDay);
    }
}
