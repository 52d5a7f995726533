package brightline.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.TestDatabase;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.ImportId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.agency.AgencySettings;
import brightline.events.agency.AgencySettings.StatisticsSwitch;
import brightline.events.agreement.AgreementEvent.AgreementEnded;
import brightline.events.agreement.AgreementEvent.AgreementPutInForce;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import brightline.events.officer.OfficerEvent.OfficerRenamed;
import brightline.events.officer.OfficerEvent.StarGiven;
import brightline.events.officer.OfficerEvent.StarGivenUp;
import brightline.events.school.SchoolEvent.CodeGiven;
import brightline.events.school.SchoolEvent.SchoolProvisionallyRegistered;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReferenceRegisterTest {
    private static final Code SRO = new Code("capacity", "SRO");
    private static final Code CHANGED = new Code("change-reason", "CHANGED");
    private static final Code BASIS = new Code("correction-basis", "OTHER");
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static ConfigurableApplicationContext program;
    private static ReferenceRegister register;

    @BeforeAll
    static void start() {
        program = ServedCommandSide.start(TestDatabase.fresh(), Path.of("target", "no-imports"));
        register = program.getBean(ReferenceRegister.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_school_is_known_from_the_commit_on_and_a_provisional_one_is_confirmed_by_registering_it() {
        SchoolCode school = new SchoolCode("MAR");
        assertThat(register.school(school)).isEmpty();
        append(school, new SchoolProvisionallyRegistered(school, "Marsh", new ImportId(UUID.randomUUID())));
        assertThat(register.school(school)).contains(new SchoolEntry(school, "Marsh", true));
        append(school, new SchoolRegistered(school, "Marsh High"));
        assertThat(register.school(school)).contains(new SchoolEntry(school, "Marsh High", false));
    }

    @Test
    void every_code_a_school_bore_leads_to_it_and_one_that_never_was_its_does_not() {
        SchoolCode school = new SchoolCode("COD");
        append(school, new SchoolRegistered(school, "Coda School"));
        append(school, new CodeGiven(school, new SchoolCode("C-200"), JUNE, CHANGED, BASIS));
        append(school, new SchoolRegistered(school, "Coda High"));
        for (String code : List.of("COD", "c-200")) {
            assertThat(register.school(new SchoolCode(code)))
                    .map(SchoolEntry::code)
                    .contains(school);
        }
        assertThat(register.school(school).orElseThrow().codes())
                .containsExactly(new Worn("COD", null, JUNE.minusDays(1)), new Worn("C-200", JUNE, null));
        append(school, new CodeGiven(school, new SchoolCode("C-201"), JUNE, CHANGED, BASIS));
        assertThat(register.school(new SchoolCode("C-200"))).isEmpty();
        append(school, new CodeGiven(school, new SchoolCode("C-300"), null, CHANGED, BASIS));
        assertThat(register.school(new SchoolCode("C-201"))).isEmpty();
        assertThat(register.school(new SchoolCode("COD")))
                .as("its identity")
                .map(SchoolEntry::codes)
                .contains(List.of(new Worn("C-300", null, null)));
    }

    @Test
    void an_officer_is_found_by_id_and_by_star_number_with_the_usual_capacity() {
        OfficerId id = new OfficerId(UUID.randomUUID());
        append(id, new OfficerRegistered(id, "4711", "A. Reyes", SRO));
        assertThat(register.officerByStar("4711", JUNE)).contains(new OfficerEntry(id, "4711", "A. Reyes", SRO));
        Code patrol = new Code("capacity", "PATROL");
        append(id, new CapacityChanged(id, patrol));
        assertThat(register.officer(id)).map(OfficerEntry::capacity).contains(patrol);
    }

    @Test
    void a_star_has_holders_from_day_to_day_and_an_officer_one_entry() {
        OfficerId first = new OfficerId(UUID.randomUUID());
        OfficerId second = new OfficerId(UUID.randomUUID());
        append(first, new OfficerRegistered(first, "4103", "Okonkwo", SRO));
        append(first, new StarGiven(first, "1299", JUNE, CHANGED, BASIS));
        append(second, new OfficerRegistered(second, "4103", "Oldacre", SRO));
        append(second, new StarGiven(second, "4103", JUNE, null, null));
        append(first, new OfficerRenamed(first, "Okonkwo-Bell", JUNE, CHANGED, BASIS));
        assertThat(register.officerByStar("4103", JUNE.minusDays(1)))
                .map(OfficerEntry::officerId)
                .contains(first);
        assertThat(register.officerByStar(" 4103", JUNE))
                .map(OfficerEntry::officerId)
                .contains(second);
        assertThat(register.officerByStar("1299", JUNE.minusDays(1))).isEmpty();
        assertThat(register.officerByStar("1299", JUNE))
                .contains(new OfficerEntry(
                        first,
                        "1299",
                        "Okonkwo-Bell",
                        SRO,
                        List.of(new Worn("4103", null, JUNE.minusDays(1)), new Worn("1299", JUNE, null))));
        append(second, new StarGivenUp(second, JUNE.plusDays(9), CHANGED, BASIS));
        assertThat(register.officerByStar("4103", JUNE.plusDays(9))).isPresent();
        assertThat(register.officerByStar("4103", JUNE.plusDays(10))).isEmpty();
        assertThat(register.current().lastDayOf("4103")).contains(JUNE.plusDays(9));
    }

    @Test
    void a_star_number_taken_twice_leaves_neither_event_nor_entry() {
        OfficerId first = new OfficerId(UUID.randomUUID());
        OfficerId second = new OfficerId(UUID.randomUUID());
        append(first, new OfficerRegistered(first, "77", "First", SRO));
        assertThatThrownBy(() -> append(second, new OfficerRegistered(second, "77", "Second", SRO)))
                .isNotNull();
        assertThat(register.officer(second)).isEmpty();
        assertThat(program.getBean(EventStore.class)
                        .readEvents(second.toString())
                        .hasNext())
                .isFalse();
    }

    @Test
    void one_agreement_is_in_force_on_a_day() {
        AgreementId first = new AgreementId(UUID.randomUUID());
        AgreementId second = new AgreementId(UUID.randomUUID());
        append(first, new AgreementPutInForce(first, 1, LocalDate.of(2025, 8, 1), null));
        assertThat(register.agreementInForce(LocalDate.of(2025, 7, 31))).isEmpty();
        assertThat(register.agreementInForce(LocalDate.of(2031, 1, 1)))
                .map(AgreementInForce::ruleSet)
                .contains(1);
        assertThatThrownBy(() -> append(second, new AgreementPutInForce(second, 2, LocalDate.of(2026, 1, 1), null)))
                .isNotNull();
        append(first, new AgreementEnded(first, LocalDate.of(2025, 12, 31)));
        append(second, new AgreementPutInForce(second, 2, LocalDate.of(2026, 1, 1), null));
        assertThat(register.agreementInForce(LocalDate.of(2025, 12, 31)))
                .map(AgreementInForce::agreementId)
                .contains(first);
        assertThat(register.agreementInForce(LocalDate.of(2026, 1, 1)))
                .map(AgreementInForce::agreementId)
                .contains(second);
    }

    @Test
    void the_agency_has_default_settings_until_it_says_something() {
        assertThat(register.agency()).isEqualTo(AgencySettings.DEFAULT);
        AgencySettings said = new AgencySettings(
                "Lakemont PD",
                ZoneId.of("America/Los_Angeles"),
                MonthDay.of(7, 1),
                "california",
                48,
                5,
                StatisticsSwitch.KEEP);
        append("agency", new SettingsChanged(said));
        assertThat(register.agency()).isEqualTo(said);
    }

    @Test
    void a_transaction_sees_its_own_changes_and_nobody_sees_those_it_takes_back() {
        SchoolCode school = new SchoolCode("ORC");
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(program.getBean(TransactionManager.class));
        JdbcClient.create(program.getBean(DataSource.class))
                .sql("insert into command.school values ('ORC', 'Orchard', false)")
                .update();
        JdbcClient.create(program.getBean(DataSource.class))
                .sql("update command.register_state set edition = nextval('command.register_edition')")
                .update();
        assertThat(register.school(school)).isPresent();
        work.rollback();
        assertThat(register.school(school)).isEmpty();
    }

    private static void append(Object stream, Object event) {
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(program.getBean(TransactionManager.class));
        work.execute(() -> {
            EventStore store = program.getBean(EventStore.class);
            long next = store.lastSequenceNumberFor(stream.toString()).orElse(-1L) + 1;
            store.publish(new GenericDomainEventMessage<>("test", stream.toString(), next, event));
        });
        if (work.getExecutionResult() != null && work.getExecutionResult().isExceptionResult()) {
            throw new IllegalStateException(work.getExecutionResult().getExceptionResult());
        }
    }
}
