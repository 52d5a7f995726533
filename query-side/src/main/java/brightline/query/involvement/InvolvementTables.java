package brightline.query.involvement;

import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencyEvent.*;
import brightline.events.agreement.AgreementEvent.*;
import brightline.events.imports.ImportEvent.*;
import brightline.events.incident.IncidentEvent.*;
import brightline.events.officer.OfficerEvent.*;
import brightline.events.review.ReviewEvent.*;
import brightline.events.rules.Classification;
import brightline.events.school.SchoolEvent.*;
import brightline.query.involvement.InvolvementFact.Reading;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import brightline.query.projection.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one copy of the projection's tables. */
final class InvolvementTables {
    private final JdbcClient jdbc;
    private final ReadModelSchema schema;
    private final ProjectedRows rows;

    InvolvementTables(DataSource dataSource, ReadModelSchema schema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.schema = schema;
        this.rows = new ProjectedRows(dataSource, schema);
    }

    /** Puts the versions of each interaction in the place of those it has. */
    void replace(Map<String, List<Version<List<InvolvementFact>>>> byInteraction) {
        if (byInteraction.isEmpty()) {
            return;
        }
        UUID[] ids = byInteraction.keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
        jdbc.sql(schema.in("""
                        with gone as (delete from $rm.involvement_fact where interaction_id = any(:ids) returning fact_key)
                        delete from $rm.involvement_class using gone where involvement_class.fact_key = gone.fact_key
                        """)).param("ids", ids).update();
        List<Row> facts = new ArrayList<>();
        List<Row> classes = new ArrayList<>();
        byInteraction
                .values()
                .forEach(versions -> versions.forEach(version -> version.known().forEach(fact -> {
                    UUID key = key(fact, version.from().index());
                    facts.add(row(key, fact, version));
                    fact.classes().forEach(one -> classes.add(row(key, one)));
                })));
        rows.insert("involvement_fact", facts);
        rows.insert("involvement_class", classes);
    }

    private static Row row(UUID key, InvolvementFact fact, Version<?> version) {
        return fact.row()
                .copy()
                .set("fact_key", key)
                .set("known_from_index", version.from().index())
                .set("known_from_at", version.from().at())
                .set("known_to_index", version.toIndex())
                .set("known_to_at", version.to() == null ? null : version.to().at());
    }

    private static Row row(UUID key, Reading reading) {
        Classification one = reading.classification();
        return Row.of("fact_key", key)
                .set("rule_set", one.ruleSet())
                .set("class", one.involvementClass())
                .set("rule", one.rule())
                .set("reason", one.reason())
                .set("counts", reading.counts());
    }

    /** The same key for the same version of the same involvement, in every copy of the tables. */
    private static UUID key(InvolvementFact fact, long knownFromIndex) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((fact.interactionId() + "|" + fact.officer() + "|" + knownFromIndex)
                            .getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** Incidents that lead, by links of however many steps, to any of these. */
    List<String> leadingTo(Collection<String> incidents) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(schema.in("""
                        with recursive linked as (
                          select incident_id from $rm.incident_link where primary_incident_id = any(:ids)
                          union
                          select link.incident_id from $rm.incident_link link
                            join linked on link.primary_incident_id = linked.incident_id)
                        select incident_id from linked
                        """))
                .param("ids", incidents.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }

    List<String> allInteractions() {
        return jdbc
                .sql(schema.in("select distinct interaction_id from $rm.involvement_fact order by 1"))
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }

    /** Rows that are one event each. Written again, they stay as they are. */
    void writeEntries(List<Recorded> entries) {
        for (Recorded recorded : entries) {
            switch (recorded.event()) {
                case SettingsChanged(var settings) ->
                    insert(
                            recorded,
                            "agency_entry",
                            Row.of("name", settings.name())
                                    .set("zone", settings.zone().getId())
                                    .set(
                                            "school_year_start",
                                            settings.schoolYearStart().toString())
                                    .set("jurisdiction", settings.jurisdiction())
                                    .set("late_after_hours", settings.lateAfterHours())
                                    .set("small_cell_threshold", settings.smallCellThreshold())
                                    .set("statistics", settings.statistics())
                                    .set("identifiers", settings.identifiers()));
                case SchoolRegistered(var school, var name) -> restateSchool(recorded, school, name, false);
                case SchoolProvisionallyRegistered(var school, var name, var _) ->
                    restateSchool(recorded, school, name, true);
                case CodeGiven given -> recode(recorded, given);
                case OfficerRegistered(var officer, var star, var name, var _) ->
                    insert(
                            recorded,
                            "officer_entry",
                            Row.of("officer", officer).set("name", name).set("star_number", star));
                case OfficerRenamed renamed -> restateOfficer(recorded, renamed.officerId(), "name", renamed.name());
                case StarGiven given -> restateOfficer(recorded, given.officerId(), "star_number", given.starNumber());
                case AgreementDrafted(var agreement, var _, var title, var _) ->
                    insert(
                            recorded,
                            "agreement_entry",
                            Row.of("agreement_id", agreement).set("title", title));
                case AgreementPutInForce(var agreement, var ruleSet, var from, var to) ->
                    insert(
                            recorded,
                            "agreement_entry",
                            Row.of("agreement_id", agreement)
                                    .set("rule_set", ruleSet)
                                    .set("first_day", from)
                                    .set("last_day", to));
                case AgreementEnded(var agreement, var lastDay) ->
                    insert(
                            recorded,
                            "agreement_entry",
                            Row.of("agreement_id", agreement).set("last_day", lastDay));
                case ImportStarted started ->
                    insert(
                            recorded,
                            "import_entry",
                            Row.of("import_id", started.importId())
                                    .set("format", started.format())
                                    .set(
                                            "assumed_imminence",
                                            started.assumedImminence().name()));
                case ClassOverridden(var _, var interaction, var derived, var overriddenTo, var _) ->
                    insert(
                            recorded,
                            "override_entry",
                            Row.of("interaction_id", interaction)
                                    .set("officer", derived.officer())
                                    .set("class", overriddenTo));
                case IncidentLinked(var incident, var primary, var _) ->
                    insert(
                            recorded,
                            "incident_link",
                            Row.of("incident_id", incident).set("primary_incident_id", primary));
                case CoordinatorDesignated _, CoordinatorEnded _, ProgrammeRulesSet _ -> {
                    // Nothing that a figure is told by; nor are the next.
                }
                case ProgrammeStatusSet _, EnrolmentCounted _ -> {}
                case CapacityChanged _, AssignmentStarted _, AssignmentEnded _, PostGiven _, AssignmentConfirmed _ -> {}
                case StarGivenUp _ -> {}
                case AssignmentWithdrawn _, OfficerScreened _, ComplaintReceived _, ComplaintAssessed _ -> {}
                case ComplaintFound _, TrainingEvent _, AgreementAcknowledged _ -> {}
                case VersionWritten _, CommunityHeard _, VersionAdopted _ -> {}
                case RuleSetProposed _, RuleSetTested _, RuleSetApproved _ -> {}
                case ImportStopped _, ImportResumed _, ImportFinished _ -> {}
                case IncidentOpened _, InteractionAdded _, SchoolCorrected _, SurroundingsCorrected _ -> {}
                case ReviewOpened _, ReviewAssigned _, ReviewClosed _ -> {}
                default -> {
                    // Of a stream that no figure here is about.
                }
            }
        }
    }

    /** The officer's entry with something else in it. @param column that changes */
    private void restateOfficer(Recorded recorded, OfficerId officer, String column, String value) {
        jdbc.sql(schema.in("""
                        insert into $rm.officer_entry (officer, known_from_index, name, star_number)
                        select officer, :index, case when :column = 'name' then :value else name end,
                               case when :column = 'star_number' then :value else star_number end
                          from $rm.officer_entry where officer = :officer and known_from_index < :index
                         order by known_from_index desc limit 1
                        on conflict do nothing
                        """))
                .param("index", recorded.index())
                .param("officer", officer.value())
                .param("column", column)
                .param("value", value)
                .update();
    }

    /** Under the code it bears; under its first one where nobody gave it another. */
    private void restateSchool(Recorded recorded, SchoolCode school, String name, boolean provisional) {
        jdbc.sql(schema.in("""
                        insert into $rm.school_entry (school, known_from_index, name, provisional, code, code_from)
                        select :school, :index, :name, :provisional, coalesce(before.code, :school), before.code_from
                          from (values (1)) one left join lateral (
                            select code, code_from from $rm.school_entry where school = :school and known_from_index < :index
                             order by known_from_index desc limit 1) before on true
                        on conflict do nothing
                        """))
                .param("index", recorded.index())
                .param("school", school.value())
                .param("name", name)
                .param("provisional", provisional)
                .update();
    }

    private void recode(Recorded recorded, CodeGiven given) {
        jdbc.sql(schema.in("""
                        insert into $rm.school_entry (school, known_from_index, name, provisional, code, code_from)
                        select school, :index, name, provisional, :code, cast(:from as date)
                          from $rm.school_entry where school = :school and known_from_index < :index
                         order by known_from_index desc limit 1
                        on conflict do nothing
                        """))
                .param("index", recorded.index())
                .param("school", given.school().value())
                .param("code", given.code().value())
                .param("from", given.from())
                .update();
    }

    private void insert(Recorded recorded, String table, Row row) {
        rows.insert(table, row.set("known_from_index", recorded.index()));
    }
}
