package brightline.query.involvement;

import brightline.events.agency.AgencyEvent.CoordinatorDesignated;
import brightline.events.agency.AgencyEvent.CoordinatorEnded;
import brightline.events.agency.AgencyEvent.ProgrammeRulesSet;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.agreement.AgreementEvent.AgreementDrafted;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import brightline.events.agreement.AgreementEvent.CommunityHeard;
import brightline.events.agreement.AgreementEvent.RuleSetApproved;
import brightline.events.agreement.AgreementEvent.RuleSetProposed;
import brightline.events.agreement.AgreementEvent.RuleSetTested;
import brightline.events.agreement.AgreementEvent.VersionAdopted;
import brightline.events.agreement.AgreementEvent.VersionWritten;
import brightline.events.imports.ImportEvent.ImportFinished;
import brightline.events.imports.ImportEvent.ImportStarted;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
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
import brightline.events.officer.OfficerEvent.TrainingEvent;
import brightline.events.rules.Classification;
import brightline.events.school.SchoolEvent.EnrolmentCounted;
import brightline.events.school.SchoolEvent.ProgrammeStatusSet;
import brightline.events.school.SchoolEvent.SchoolProvisionallyRegistered;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one copy of the projection's tables. */
final class InvolvementTables {
    private static final int FACT_COLUMNS = 39;
    private static final int CLASS_COLUMNS = 5;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadModelSchema schema;

    InvolvementTables(DataSource dataSource, ReadModelSchema schema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.schema = schema;
    }

    /** Puts the versions of each interaction in the place of those it has. */
    void replace(Map<String, List<FactVersion>> byInteraction) {
        if (byInteraction.isEmpty()) {
            return;
        }
        UUID[] ids = byInteraction.keySet().stream().map(UUID::fromString).toArray(UUID[]::new);
        jdbc.sql(schema.in("""
                        with gone as (delete from $rm.involvement_fact where interaction_id = any(:ids) returning fact_key)
                        delete from $rm.involvement_class using gone where involvement_class.fact_key = gone.fact_key
                        """)).param("ids", ids).update();
        List<Object[]> facts = new ArrayList<>();
        List<Object[]> classes = new ArrayList<>();
        byInteraction
                .values()
                .forEach(versions -> versions.forEach(version -> {
                    for (InvolvementFact fact : version.facts()) {
                        UUID key = key(fact, version.knownFromIndex());
                        facts.add(row(key, fact, version));
                        for (Classification one : fact.classes()) {
                            classes.add(new Object[] {
                                key, one.ruleSet(), one.involvementClass().name(), one.rule(), one.reason()
                            });
                        }
                    }
                }));
        batches.batchUpdate(insertInto("involvement_fact", FACT_COLUMNS), facts);
        batches.batchUpdate(insertInto("involvement_class", CLASS_COLUMNS), classes);
    }

    private static Object[] row(UUID key, InvolvementFact fact, FactVersion version) {
        return new @Nullable Object[] {
            key,
            fact.interactionId().value(),
            fact.incidentId().value(),
            fact.primaryIncidentId().value(),
            fact.incidentNumber(),
            fact.school(),
            fact.homeSchool(),
            fact.place(),
            fact.inSession(),
            Timestamp.from(fact.occurredAt()),
            fact.occurredOn(),
            fact.occurredOn().toString().substring(0, 7),
            fact.officer(),
            fact.officerCapacity(),
            fact.role(),
            fact.initiator(),
            fact.requestedBy(),
            fact.tier(),
            fact.action(),
            fact.imminence(),
            fact.imminenceAssumed(),
            fact.student().race(),
            fact.student().sex(),
            fact.student().gradeBand(),
            fact.student().disability(),
            fact.student().englishLearner(),
            fact.student().pseudonym(),
            fact.outcome(),
            fact.custodial(),
            fact.cited(),
            fact.arrestPossible(),
            fact.decision(),
            fact.lagHours(),
            fact.importId(),
            fact.voided(),
            version.knownFromIndex(),
            Timestamp.from(version.knownFromAt()),
            version.knownToIndex(),
            timestamp(version.knownToAt()),
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
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
            long index = recorded.index();
            switch (recorded.event()) {
                case SettingsChanged(var settings) ->
                    insert(
                            "agency_entry",
                            index,
                            settings.name(),
                            settings.zone().getId(),
                            settings.schoolYearStart().toString(),
                            settings.jurisdiction(),
                            settings.lateAfterHours(),
                            settings.smallCellThreshold(),
                            settings.statistics().name());
                case SchoolRegistered(var school, var name) ->
                    insert("school_entry", school.value(), index, name, false);
                case SchoolProvisionallyRegistered(var school, var name, var _) ->
                    insert("school_entry", school.value(), index, name, true);
                case OfficerRegistered(var officer, var star, var name, var _) ->
                    insert("officer_entry", officer.value(), index, name, star);
                case AgreementDrafted(var agreement, var _, var title, var _) ->
                    insert("agreement_entry", agreement.value(), index, title, null, null, null);
                case AgreementPutInForce(var agreement, var ruleSet, var from, var to) ->
                    insert("agreement_entry", agreement.value(), index, null, ruleSet, from, to);
                case AgreementEnded(var agreement, var lastDay) ->
                    insert("agreement_entry", agreement.value(), index, null, null, null, lastDay);
                case ImportStarted started ->
                    insert(
                            "import_entry",
                            started.importId().value(),
                            index,
                            started.format(),
                            started.assumedImminence().name());
                case IncidentLinked(var incident, var primary, var _) ->
                    insert("incident_link", incident.value(), primary.value(), index);
                case CoordinatorDesignated _, CoordinatorEnded _, ProgrammeRulesSet _ -> {
                    // Nothing that a figure is told by; nor are the next.
                }
                case ProgrammeStatusSet _, EnrolmentCounted _ -> {}
                case CapacityChanged _, AssignmentStarted _, AssignmentEnded _, PostGiven _, AssignmentConfirmed _ -> {}
                case AssignmentWithdrawn _, OfficerScreened _, ComplaintReceived _, ComplaintAssessed _ -> {}
                case ComplaintFound _, TrainingEvent _, AgreementAcknowledged _ -> {}
                case VersionWritten _, CommunityHeard _, VersionAdopted _ -> {}
                case RuleSetProposed _, RuleSetTested _, RuleSetApproved _ -> {}
                case ImportFinished _ -> {}
                case IncidentOpened _, InteractionAdded _, SchoolCorrected _ -> {}
                default -> {
                    // Of a stream that no figure here is about.
                }
            }
        }
    }

    private void insert(String table, @Nullable Object... values) {
        batches.update(insertInto(table, values.length) + " on conflict do nothing", values);
    }

    private String insertInto(String table, int columns) {
        return schema.in("insert into $rm." + table + " values (" + "?, ".repeat(columns - 1) + "?)");
    }
}
