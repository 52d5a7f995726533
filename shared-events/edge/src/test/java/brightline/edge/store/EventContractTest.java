package brightline.edge.store;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.AccountId;
import brightline.events.AgreementId;
import brightline.events.ClashId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.CounterpartId;
import brightline.events.DeadLetterId;
import brightline.events.DiversionId;
import brightline.events.EventCatalogue;
import brightline.events.EventName;
import brightline.events.ImportId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.ReferralId;
import brightline.events.RosterListId;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.TokenId;
import brightline.events.account.AccountEvent;
import brightline.events.account.AccountRights;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
import brightline.events.agreement.AgreementEvent;
import brightline.events.care.CareEvent;
import brightline.events.clash.ClashCause;
import brightline.events.clash.ClashEvent;
import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.StateQuery;
import brightline.events.diversion.StationTerms;
import brightline.events.imports.ImportEvent;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import brightline.events.officer.OfficerEvent;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.ReferralEvent;
import brightline.events.roster.RosterEvent;
import brightline.events.school.SchoolEvent;
import brightline.events.student.StudentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored form of every event, approved once and for ever: what is written today equals it, and it still reads. A
 * changed file here is a broken promise to every log out there; a changed shape is a new revision beside the old file.
 * Running with {@code -Dapprove=true} writes the files of new events.
 */
class EventContractTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final EventLogSerializer SERIALIZER = new EventLogSerializer();

    private static final UUID U = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T16:15:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final AccountId ACCOUNT = new AccountId(U);
    private static final AccountRights RIGHTS =
            new AccountRights("sro", new OfficerId(U), List.of(new SchoolCode("MAR")), "SRO-1");
    private static final IncidentId INCIDENT = new IncidentId(U);
    private static final InteractionId INTERACTION = new InteractionId(U);
    private static final OfficerId OFFICER = new OfficerId(U);
    private static final SubjectHandle SUBJECT = new SubjectHandle(U);
    private static final SchoolCode MARLOW = new SchoolCode("MAR");
    private static final SecretRef SECRET = new SecretRef(new SecretId(U), "00ff");
    private static final Correction CORRECTION =
            new Correction(Code.of("correction-reason/WRONG_CODE"), Code.of("correction-basis/OFFICER"), SECRET);

    private static final Correction MISTAKE =
            new Correction(Code.of("correction-reason/WRONG_OFFICER"), Code.of("correction-basis/AUDIT"), null);
    private static final List<Code> ABOUT_YOUTH = List.of(Code.of("complaint-about/YOUTH"));

    private static PoliceAction action(String code) {
        return new PoliceAction(
                1,
                new Code("police-action", code),
                OFFICER,
                Code.of("capacity/SRO"),
                Stated.YES,
                Code.of("imminence-reason/FIGHT_GOING_ON"),
                AT,
                AT.plusSeconds(40),
                Code.of("legal-basis/PROBABLE_CAUSE"),
                Code.of("requester/DEAN"));
    }

    private static final DeEscalation CALMING = new DeEscalation(Stated.YES, Stated.YES, Stated.NO);
    private static final Questioning QUESTIONING = new Questioning(
            AT,
            AT.plusSeconds(600),
            List.of(new Questioning.NoticeAttempt(
                    AT, Code.of("notice-manner/PHONE"), Code.of("notice-result/REACHED"))),
            List.of(Code.of("person-present/PARENT")),
            null);
    private static final Force FORCE = new Force(
            Code.of("force-kind/HANDCUFFS"), OFFICER, 1, AT, AT.plusSeconds(40), Code.of("force-reason/FLIGHT"));
    private static final NoticePacket PACKET =
            new NoticePacket(AT, AT.plusSeconds(60), List.of(Code.of("packet-recipient/GUARDIAN")));
    private static final Decision DECISION = new Decision(
            Code.of("outcome/RJ_CIRCLE"),
            Stated.YES,
            List.of(new Decision.AlternativeConsidered(
                    Code.of("outcome/TEEN_COURT"), Code.of("unused-reason/FAMILY_DECLINED"))));

    static Stream<Object> examples() {
        return Stream.of(diversions(), referrals(), DeskExamples.all(), others())
                .flatMap(examples -> examples);
    }

    private static Stream<Object> others() {
        return Stream.of(
                new AgencyEvent.SettingsChanged(AgencySettings.DEFAULT),
                new AgencyEvent.CoordinatorDesignated("R. Okafor", DAY),
                new AgencyEvent.CoordinatorEnded(DAY),
                new AgencyEvent.ProgrammeRulesSet(
                        DAY,
                        List.of(Code.of("eligibility-rule/SUSTAINED_FINDING")),
                        List.of(
                                new AgencyEvent.RequiredTopic(Code.of("training-topic/LEGAL"), null),
                                new AgencyEvent.RequiredTopic(Code.of("agency-topic/BODY_CAMERA"), "Body cameras"))),
                new SchoolEvent.SchoolRegistered(MARLOW, "Marlow HS"),
                new SchoolEvent.CodeGiven(
                        MARLOW,
                        new SchoolCode("0131219"),
                        DAY,
                        Code.of("change-reason/CHANGED"),
                        Code.of("correction-basis/SCHOOL_REPORT")),
                new SchoolEvent.ProgrammeStatusSet(
                        MARLOW,
                        Code.of("programme-status/ENDED"),
                        DAY,
                        new SchoolEvent.Vote(DAY, Code.of("vote-body/BOARD_OF_EDUCATION"), 7, 0)),
                new SchoolEvent.EnrolmentCounted(
                        MARLOW, DAY, 2200, List.of(new SchoolEvent.GroupCount(Code.of("race/BLACK"), 800))),
                new SchoolEvent.SchoolProvisionallyRegistered(MARLOW, "Marlow HS", new ImportId(U)),
                new OfficerEvent.OfficerRegistered(OFFICER, "4711", "Adeyemi", Code.of("capacity/SRO")),
                new OfficerEvent.OfficerRenamed(
                        OFFICER,
                        "Adeyemi-Holt",
                        DAY,
                        Code.of("change-reason/CHANGED"),
                        Code.of("correction-basis/OTHER")),
                new OfficerEvent.StarGiven(
                        OFFICER, "5120", DAY, Code.of("change-reason/CHANGED"), Code.of("correction-basis/OTHER")),
                new OfficerEvent.StarGivenUp(
                        OFFICER, DAY, Code.of("change-reason/CHANGED"), Code.of("correction-basis/OTHER")),
                new OfficerEvent.CapacityChanged(OFFICER, Code.of("capacity/PATROL")),
                new OfficerEvent.AssignmentStarted(OFFICER, MARLOW, DAY),
                new OfficerEvent.AssignmentEnded(OFFICER, MARLOW, DAY),
                new OfficerEvent.PostGiven(OFFICER, MARLOW, DAY, Code.of("post/PRIMARY")),
                new OfficerEvent.AssignmentConfirmed(OFFICER, MARLOW, DAY, Code.of("roster-side/SCHOOL")),
                new OfficerEvent.AssignmentWithdrawn(OFFICER, MARLOW, DAY, MISTAKE),
                new OfficerEvent.OfficerScreened(
                        OFFICER,
                        DAY,
                        "2026-1",
                        List.of(Code.of("screening-fact/INTERVIEWED")),
                        Code.of("screening-result/ELIGIBLE"),
                        Stated.YES),
                new OfficerEvent.ComplaintReceived(OFFICER, "2026-0042", DAY, ABOUT_YOUTH, Stated.MISSING),
                new OfficerEvent.ComplaintAssessed(OFFICER, "2026-0042", DAY, Stated.YES),
                new OfficerEvent.ComplaintFound(
                        OFFICER, "2026-0042", DAY, Code.of("complaint-finding/SUSTAINED"), ABOUT_YOUTH),
                new OfficerEvent.TrainingCompleted(
                        OFFICER, Code.of("training-topic/LEGAL"), DAY, DAY.plusYears(2), "T-1189"),
                new OfficerEvent.TrainingWaived(
                        OFFICER, Code.of("training-topic/SRO_COURSE"), DAY, DAY.plusYears(2), "W-77"),
                new OfficerEvent.TrainingWithdrawn(OFFICER, Code.of("agency-topic/TASER"), DAY, MISTAKE),
                new OfficerEvent.AgreementAcknowledged(OFFICER, new AgreementId(U), 2, DAY),
                new RosterEvent.RosterListReceived(
                        new RosterListId(U),
                        Code.of("roster-side/POLICE"),
                        DAY,
                        List.of(new RosterEvent.RosterLine("4711", MARLOW))),
                new StudentEvent.StudentRegistered(new StudentId(U), SUBJECT, SECRET),
                new StudentEvent.StudentEnrolled(new StudentId(U), MARLOW, DAY),
                new StudentEvent.StudentAlsoEnrolled(new StudentId(U), MARLOW, DAY),
                new StudentEvent.EnrolmentEnded(new StudentId(U), MARLOW, DAY),
                new StudentEvent.IdentityChanged(new StudentId(U), List.of(StudentEvent.IdentityPart.NAME), SECRET),
                new StudentEvent.StudentRenumbered(
                        new StudentId(U),
                        SECRET,
                        DAY,
                        Code.of("change-reason/CHANGED"),
                        Code.of("correction-basis/SCHOOL_REPORT")),
                new StudentEvent.NumberGivenUp(
                        new StudentId(U),
                        SECRET,
                        DAY,
                        Code.of("change-reason/CHANGED"),
                        Code.of("correction-basis/SCHOOL_REPORT")),
                new StudentEvent.StudentJoined(new StudentId(U), new StudentId(U), MISTAKE),
                new StudentEvent.StudentParted(new StudentId(U), new StudentId(U), MISTAKE),
                new StudentEvent.StatisticsRecorded(
                        new StudentId(U), List.of(StudentEvent.StatisticsPart.GRADE_BAND), SECRET),
                new ClashEvent.ClashFound(
                        new ClashId(U), new StudentId(U), new StudentId(U), ClashCause.STUDENT_LIST, new ImportId(U)),
                new ClashEvent.FoundSame(new ClashId(U), null, MISTAKE),
                new ClashEvent.FoundDifferent(new ClashId(U), MISTAKE),
                new ClashEvent.ClashReopened(new ClashId(U), MISTAKE),
                new AgreementEvent.AgreementDrafted(
                        new AgreementId(U), AgreementEvent.Kind.MOU, "MOU 2025", List.of("Police", "District")),
                new AgreementEvent.AgreementPutInForce(new AgreementId(U), 1, DAY, DAY.plusYears(1)),
                new AgreementEvent.VersionWritten(
                        new AgreementId(U),
                        1,
                        DAY,
                        List.of("Police", "District"),
                        List.of(new AgreementEvent.Clause(Code.of("agreement-clause/ROLES"), Stated.YES, "2")),
                        List.of(new AgreementEvent.SharingRule("Listed offences", "Principal", "705 ILCS 405/1-7")),
                        null),
                new AgreementEvent.CommunityHeard(
                        new AgreementId(U), 1, Code.of("community-group/STUDENTS"), DAY, "Section 5.1"),
                new AgreementEvent.VersionAdopted(new AgreementId(U), 1, DAY, DAY.plusYears(1)),
                new AgreementEvent.RuleSetProposed(new AgreementId(U), 2, DAY),
                new AgreementEvent.RuleSetTested(new AgreementId(U), 2, DAY, DAY.minusYears(1), DAY, 787, 12),
                new AgreementEvent.RuleSetApproved(new AgreementId(U), 2, DAY, "Police and District"),
                new AgreementEvent.AgreementEnded(new AgreementId(U), DAY),
                new AccountEvent.AccountMade(ACCOUNT),
                new AccountEvent.AccountFound(ACCOUNT, RIGHTS, true),
                new AccountEvent.RightsAsked(ACCOUNT, RIGHTS, ACCOUNT),
                new AccountEvent.RightsGranted(ACCOUNT, RIGHTS, ACCOUNT),
                new AccountEvent.RightsRefused(ACCOUNT, RIGHTS, ACCOUNT),
                new AccountEvent.RightsAssigned(ACCOUNT, RIGHTS),
                new AccountEvent.RightsGivenAlone(ACCOUNT, RIGHTS, ACCOUNT),
                new AccountEvent.RightsConfirmed(ACCOUNT, ACCOUNT),
                new AccountEvent.RightsTakenAway(ACCOUNT, RIGHTS, ACCOUNT),
                new AccountEvent.AccountClosed(ACCOUNT),
                new AccountEvent.AccountReopened(ACCOUNT),
                new AccountEvent.PasswordReset(ACCOUNT),
                new AccountEvent.PasswordChanged(ACCOUNT),
                new AccountEvent.TokenMade(ACCOUNT, new TokenId(U), List.of("commands", "queries"), AT),
                new AccountEvent.TokenEnded(ACCOUNT, new TokenId(U)),
                new AccountEvent.SecondFactorSet(ACCOUNT),
                new AccountEvent.SecondFactorReset(ACCOUNT),
                new CareEvent.DeadLetterRetried(DeadLetterId.of("timeline", U), "timeline", U),
                new CareEvent.DeadLetterDiscarded(
                        DeadLetterId.of("timeline", U), "timeline", U, Code.of("dead-letter-reason/MALFORMED")),
                new IncidentEvent.IncidentOpened(
                        INCIDENT,
                        "BL-2026-00123",
                        MARLOW,
                        Code.of("place/CAFETERIA"),
                        Stated.YES,
                        AT,
                        List.of(new OutsideReference(Code.of("reference-kind/RD"), "JK123456")),
                        List.of(INTERACTION),
                        Source.ENTERED),
                new IncidentEvent.InteractionAdded(INCIDENT, INTERACTION),
                new IncidentEvent.SchoolCorrected(INCIDENT, MARLOW, new SchoolCode("QUI"), CORRECTION),
                new IncidentEvent.SurroundingsCorrected(
                        INCIDENT, Code.of("place/CAFETERIA"), Stated.YES, Correction.BY_SOURCE),
                new IncidentEvent.IncidentLinked(INCIDENT, INCIDENT, CORRECTION),
                new InteractionEvent.InteractionOpened(
                        INTERACTION,
                        INCIDENT,
                        SUBJECT,
                        InvolvementRole.SUBJECT,
                        AT,
                        Code.of("initiator/STAFF_REQUEST"),
                        Code.of("requester/TEACHER"),
                        MARLOW,
                        OFFICER,
                        Code.of("capacity/SRO"),
                        SECRET,
                        SECRET,
                        new Source(new ImportId(U), "california-stop-data", Stated.NO)),
                new InteractionEvent.ConductCoded(INTERACTION, List.of(Code.of("cps-scc/1-8"))),
                new InteractionEvent.ActionTaken(INTERACTION, action("A2_DETAIN")),
                new InteractionEvent.StudentCited(INTERACTION, action("A3_CITE")),
                new InteractionEvent.StudentArrested(INTERACTION, action("A3_ARREST")),
                new InteractionEvent.DeEscalationRecorded(INTERACTION, CALMING),
                new InteractionEvent.QuestioningRecorded(INTERACTION, QUESTIONING),
                new InteractionEvent.ForceUsed(INTERACTION, FORCE),
                new InteractionEvent.NoticePacketGiven(INTERACTION, PACKET),
                new InteractionEvent.OutcomeDecided(INTERACTION, DECISION),
                new InteractionEvent.NarrativeRecorded(INTERACTION, SECRET),
                new InteractionEvent.AdviceShown(
                        INTERACTION, "ROUTINE_DISCIPLINE", "R02", 1, new AgreementId(U), null, null),
                new InteractionEvent.ActionUnticked(
                        INTERACTION, Code.of("police-action/A2_HANDCUFF"), AT, Code.of("untick-reason/MISTAP")),
                new InteractionEvent.SourceRecorded(
                        INTERACTION,
                        "california-stop-data",
                        "CA0370000/U0001100002/1",
                        List.of(Code.of("ca-reason/2")),
                        Map.of("STOP_DURATION", "45")),
                corrected(new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12")))),
                corrected(new CorrectedFact.Initiator(Code.of("initiator/OFFICER"), null)),
                corrected(new CorrectedFact.OccurredAt(AT)),
                corrected(new CorrectedFact.Role(InvolvementRole.WITNESS)),
                corrected(new CorrectedFact.Action(action("A2_SEIZE"))),
                corrected(new CorrectedFact.ActionWithdrawn(1)),
                corrected(new CorrectedFact.Settlement(DECISION)),
                corrected(new CorrectedFact.Calming(CALMING)),
                corrected(new CorrectedFact.Questions(QUESTIONING)),
                corrected(new CorrectedFact.ForceUses(List.of(FORCE))),
                corrected(new CorrectedFact.Packet(PACKET)),
                corrected(new CorrectedFact.Statistics(SECRET)),
                new InteractionEvent.SubjectCorrected(
                        INTERACTION, SUBJECT, new SubjectHandle(new UUID(0, 2)), MARLOW, SECRET, SECRET, CORRECTION),
                new InteractionEvent.InteractionSupplemented(INTERACTION, SECRET, CORRECTION),
                new InteractionEvent.InteractionVoided(INTERACTION, CORRECTION),
                new ImportEvent.ImportStarted(new ImportId(U), "california-stop-data", Stated.NO, "00ff", 628_411),
                new ImportEvent.ImportStopped(new ImportId(U), 800, 312, 2, 486, 0),
                new ImportEvent.ImportResumed(new ImportId(U)),
                new ImportEvent.ImportFinished(new ImportId(U), 2015, 787, 5, 1223, 0));
    }

    private static Stream<Object> diversions() {
        DiversionId id = new DiversionId(U);
        Code kind = Code.of("outcome/STATION_INFORMAL");
        return Stream.of(
                new DiversionEvent.DiversionNotUsed(id, INTERACTION, kind, Code.of("unused-reason/NO_PLACE")),
                new DiversionEvent.DiversionOffered(id, INTERACTION, kind, AT, OFFICER, "new-start"),
                new DiversionEvent.DiversionAccepted(id, INTERACTION, DAY),
                new DiversionEvent.DiversionDeclined(id, INTERACTION, DAY, Code.of("declined-by/GUARDIAN")),
                new DiversionEvent.DiversionStarted(id, INTERACTION, DAY, DAY.plusDays(60), 10),
                new DiversionEvent.StationAdjustmentIssued(
                        id,
                        INTERACTION,
                        new StationTerms(
                                DAY,
                                Code.of("offence-level/MISDEMEANOUR"),
                                DAY.plusDays(60),
                                20,
                                DAY.plusDays(90),
                                List.of(Code.of("adjustment-condition/TEEN_COURT")),
                                Stated.YES,
                                Stated.NO,
                                Stated.YES,
                                Stated.MISSING),
                        CapsAnswer.WITHIN_BY_OUR_RECORDS),
                new DiversionEvent.StateQueryRecorded(
                        id,
                        INTERACTION,
                        new StateQuery(AT, OFFICER, Code.of("state-query-answer/WITHIN_LIMITS"), 1, 0, 1)),
                new DiversionEvent.DiversionExtended(
                        id, INTERACTION, DAY, DAY.plusDays(90), Code.of("extension-reason/ILLNESS")),
                new DiversionEvent.DiversionBreached(id, INTERACTION, DAY, Code.of("breach-remedy/WARNED"), 30),
                new DiversionEvent.DiversionCompleted(id, INTERACTION, DAY),
                new DiversionEvent.DiversionFailed(id, INTERACTION, DAY, Code.of("failure-reason/WITHDREW")),
                new DiversionEvent.OutcomeUnknown(
                        id, INTERACTION, DAY, Code.of("unknown-outcome-reason/PROVIDER_SILENT")),
                new DiversionEvent.ProviderReported(id, INTERACTION, DAY, Code.of("provider-status/ACTIVE"), 6),
                new DiversionEvent.DiversionVoided(id, INTERACTION, CORRECTION));
    }

    private static Stream<Object> referrals() {
        ReferralId id = new ReferralId(U);
        return Stream.of(
                new ReferralEvent.ReferralMade(
                        id,
                        Code.of("referral-kind/POLICE_CALL"),
                        MARLOW,
                        AT,
                        Code.of("requester/DEAN"),
                        Code.of("capacity/SRO"),
                        List.of(Code.of("cps-scc/5-17")),
                        1,
                        Stated.NO),
                new ReferralEvent.ReferralAccepted(id, null, AT, OFFICER),
                new ReferralEvent.ReferralDeclined(
                        id, null, AT, OFFICER, Code.of("referral-decline-reason/SCHOOL_MATTER")),
                new ReferralEvent.ReferralHandedBack(id, INCIDENT, AT, OFFICER, Code.of("requester/DEAN")),
                new ReferralEvent.SchoolDisciplineLinked(
                        id, INCIDENT, Code.of("school-disposition/OUT_OF_SCHOOL_SUSPENSION"), DAY, 2),
                new ReferralEvent.ReferralLinked(id, INCIDENT),
                new ReferralEvent.ReferralUnlinked(id, INCIDENT, CORRECTION),
                new ReferralEvent.OwnerAssigned(id, INCIDENT, "coordinator"),
                new ReferralEvent.ReferralVoided(id, INCIDENT, CORRECTION),
                new CounterpartEvent.CounterpartOwnerAssigned(CounterpartId.of(INCIDENT), INCIDENT, "coordinator"));
    }

    private static Object corrected(CorrectedFact fact) {
        return new InteractionEvent.InteractionCorrected(INTERACTION, fact, CORRECTION);
    }

    private static final InteractionEvent.AdviceShown LINE = new InteractionEvent.AdviceShown(
            INTERACTION, null, null, 1, new AgreementId(U), AT, List.of(Code.of("police-action/A2_ESCORT")));

    /** What was shown says since when and with what ticked; older events say neither. */
    @Test
    void advice_shown_once_for_each_change_is_written_as_approved_and_older_events_say_no_moment() {
        String json = SERIALIZER.serialize(LINE, String.class).getData();
        Path file = APPROVED.resolve("interaction.advice-shown.line.1.json");
        if (Boolean.getBoolean("approve") && Files.notExists(file)) {
            write(file, json);
        }
        assertThat(json + "\n").isEqualTo(read(file));
        assertThat(readAs(LINE, json)).isEqualTo(LINE);
        var older =
                (InteractionEvent.AdviceShown) readAs(LINE, read(APPROVED.resolve("interaction.advice-shown.1.json")));
        assertThat(older.shownAt()).isNull();
        assertThat(older.actions()).isNull();
        assertThat(older.involvementClass()).isEqualTo("ROUTINE_DISCIPLINE");
    }

    /** An answer that joined the two says with whom; one that found them joined does not. */
    @Test
    void an_answer_that_joined_two_is_written_as_approved_and_reads_back() {
        var said = new ClashEvent.FoundSame(new ClashId(U), new StudentId(U), MISTAKE);
        String json = SERIALIZER.serialize(said, String.class).getData();
        Path file = APPROVED.resolve("clash.found-same.joined.1.json");
        if (Boolean.getBoolean("approve") && Files.notExists(file)) {
            write(file, json);
        }
        assertThat(json + "\n").isEqualTo(read(file));
        assertThat(readAs(said, json)).isEqualTo(said);
    }

    /** An agency that says under which identifiers it stands in files; an older event says none. */
    @Test
    void settings_with_identifiers_are_written_as_approved_and_older_ones_say_none() {
        AgencySettings all = AgencySettings.DEFAULT;
        var said = new AgencyEvent.SettingsChanged(new AgencySettings(
                all.name(),
                all.zone(),
                all.schoolYearStart(),
                all.jurisdiction(),
                all.lateAfterHours(),
                all.smallCellThreshold(),
                all.statistics(),
                List.of("EX0123400")));
        String json = SERIALIZER.serialize(said, String.class).getData();
        Path file = APPROVED.resolve("agency.settings-changed.identifiers.1.json");
        if (Boolean.getBoolean("approve") && Files.notExists(file)) {
            write(file, json);
        }
        assertThat(json + "\n").isEqualTo(read(file));
        assertThat(readAs(said, json)).isEqualTo(said);
        var older =
                (AgencyEvent.SettingsChanged) readAs(said, read(APPROVED.resolve("agency.settings-changed.1.json")));
        assertThat(older.settings()).isEqualTo(AgencySettings.DEFAULT);
    }

    @Test
    void an_agreement_that_names_its_section_on_discipline_reads_back() {
        var written = new AgreementEvent.VersionWritten(
                new AgreementId(U), 1, DAY, List.of("Police"), List.of(), List.of(), "4");
        assertThat(readAs(written, SERIALIZER.serialize(written, String.class).getData()))
                .isEqualTo(written);
        assertThat(((AgreementEvent.VersionWritten)
                                readAs(written, read(APPROVED.resolve("agreement.version-written.1.json"))))
                        .disciplineSection())
                .isNull();
    }

    /** Fields added later to a recorded fact: absent in older events, read as missing. */
    @Test
    void de_escalation_told_by_phases_reads_back_and_older_events_say_nothing_of_them() {
        var phases = new InteractionEvent.DeEscalationRecorded(
                INTERACTION,
                new DeEscalation(
                        Stated.YES,
                        Stated.YES,
                        Stated.MISSING,
                        Stated.NO,
                        List.of(new DeEscalation.Phase(
                                1, Stated.YES, Stated.YES, Stated.YES, Code.of("calming-method/TALK"), Stated.NO))));
        assertThat(readAs(phases, SERIALIZER.serialize(phases, String.class).getData()))
                .isEqualTo(phases);
        var older = (InteractionEvent.DeEscalationRecorded)
                readAs(phases, read(APPROVED.resolve("interaction.de-escalation-recorded.1.json")));
        assertThat(older.deEscalation().injury()).isNull();
        assertThat(older.deEscalation().phases()).isNull();
    }

    @Test
    void every_event_has_an_example() {
        assertThat(examples().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.all().values());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_written_as_approved_and_read_back(Object event) {
        String json = SERIALIZER.serialize(event, String.class).getData();
        Path file = APPROVED.resolve(fileName(event));
        if (Boolean.getBoolean("approve") && Files.notExists(file)) {
            write(file, json);
        }
        assertThat(json + "\n").isEqualTo(read(file));
        assertThat(readAs(event, json)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reads_what_a_later_program_added(Object event) {
        String json = SERIALIZER.serialize(event, String.class).getData();
        assertThat(readAs(event, json.replaceFirst("\\{", "{\"unheardOf\":1,"))).isEqualTo(event);
    }

    private static Object readAs(Object event, String json) {
        EventName name = Objects.requireNonNull(event.getClass().getAnnotation(EventName.class));
        return Objects.requireNonNull(SERIALIZER.<String, Object>deserialize(new SimpleSerializedObject<>(
                json, String.class, new SimpleSerializedType(name.value(), "" + name.revision()))));
    }

    private static String fileName(Object event) {
        EventName name = Objects.requireNonNull(event.getClass().getAnnotation(EventName.class));
        String variant = event instanceof InteractionEvent.InteractionCorrected corrected
                ? "." + corrected.corrected().getClass().getSimpleName()
                : "";
        return name.value() + variant + "." + name.revision() + ".json";
    }

    private static void write(Path file, String json) {
        try {
            Files.createDirectories(APPROVED);
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
