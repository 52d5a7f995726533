package brightline.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import brightline.edge.problem.ProblemException;
import brightline.edge.store.IndexFence;
import brightline.events.Code;
import brightline.events.DeadLetterId;
import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.agency.AgencySettings;
import brightline.events.care.CareEvent.DeadLetterRetried;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.query.Contact;
import brightline.query.DeskStory;
import brightline.query.QueryProgram;
import brightline.query.RosterStory;
import brightline.query.Story;
import brightline.query.projection.LeftOutEvents;
import brightline.query.projection.LogReader;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.ReadModels;
import brightline.query.replay.Replay.Found;
import brightline.query.replay.Replay.State;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReplayTest {
    static QueryProgram program;
    static Story story;
    static Replays replays;
    static OfficerId adeyemi;

    @BeforeAll
    static void start() {
        program = QueryProgram.start();
        replays = program.bean(Replays.class);
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        story.school("MAR", "Marlow HS");
        adeyemi = story.officer("Adeyemi");
        IncidentId earlier = null;
        for (int i = 0; i < 40; i++) {
            Contact contact = phone();
            IncidentId incident = story.incident("MAR", contact, phone());
            story.submit(new InteractionCorrected(
                    contact.id(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12"))), Story.BECAUSE));
            if (i % 5 == 0) {
                story.submit(
                        new SchoolCorrected(incident, new SchoolCode("MAR"), new SchoolCode("QUI"), Story.BECAUSE));
            }
            if (earlier != null && i % 7 == 0) {
                story.submit(new IncidentLinked(incident, earlier, Story.BECAUSE));
            }
            if (i % 10 == 0) {
                DeskStory.about(contact.id(), adeyemi).forEach(story::submit);
            }
            earlier = incident;
        }
        story.student("S-1", "Ada", "Quillon", null, "9-12", "MAR", LocalDate.parse("2025-08-18"));
        AgencySettings usual = AgencySettings.DEFAULT;
        story.submit(new SettingsChanged(new AgencySettings(
                "Elsewhere",
                ZoneId.of("Pacific/Kiritimati"),
                usual.schoolYearStart(),
                usual.jurisdiction(),
                24,
                10,
                usual.statistics())));
        story.submit(new ConductCoded(phone().id(), List.of(Code.of("cps-scc/1-8"))));
        UUID nothing = UUID.randomUUID();
        story.submit(new DeadLetterRetried(DeadLetterId.of("none", nothing), "none", nothing));
        new RosterStory(story).everything(adeyemi, story.officer("Castellane"));
        program.settle();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Contact phone() {
        return Contact.of(adeyemi)
                .conduct("cps-scc/1-8")
                .action("D_ENFORCE_RULE")
                .outcome("NONE", Stated.NO)
                .student("pseudo", "BLACK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 5_000})
    void replayed_from_nothing_in_any_batches_the_rows_are_the_same(int batchSize) {
        TransactionTemplate transaction = new TransactionTemplate(program.bean(PlatformTransactionManager.class));
        program.settle();
        program.bean(ProjectionProcessors.class).all().forEach(processor -> {
            Projection projection = processor.projection();
            ReadModelSchema schema = ReadModelSchema.ofReplay(projection, 900_000 + batchSize);
            ReadModels models = program.bean(ReadModels.class);
            transaction.executeWithoutResult(_ -> models.createTables(projection, schema));
            Rebuild rebuild = new Rebuild(
                    projection,
                    schema,
                    program.bean(LogReader.class),
                    program.bean(LeftOutEvents.class),
                    transaction,
                    batchSize);
            rebuild.upTo(program.bean(IndexFence.class).lastSeen(), _ -> {});
            ReadModelSchema live = models.find(projection.name()).orElseThrow().schema();
            assertThat(Comparison.of(projection, live, schema, program.jdbc()))
                    .isNotEmpty()
                    .allMatch(finding -> finding.different() == 0)
                    .anyMatch(finding -> finding.rows() > 0);
            transaction.executeWithoutResult(_ -> models.dropTables(schema));
        });
    }

    private static Replay compared(Replay started) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> replays.get(started.id()).state() != State.RUNNING);
        return replays.get(started.id());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_replay_finds_a_tampered_row_and_switching_heals_it() {
        String key = key();
        Replay started = replays.start("sysadmin", key);
        assertThat(replays.start("sysadmin", key).id()).isEqualTo(started.id());
        Replay clean = compared(started);
        assertThat(clean.state()).isEqualTo(State.COMPARED);
        assertThat(clean.differences()).isZero();
        assertThatThrownBy(() -> replays.start("sysadmin", key()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("replay-running"));
        assertThat(replays.discard(clean.id()).state()).isEqualTo(State.DISCARDED);
        assertThat(schemas()).noneMatch(name -> name.endsWith("_r" + clean.number()));

        String tampered = program.jdbc().sql("""
                        update rm.involvement_fact set custodial = true, race = 'WHITE'
                         where fact_key = (select fact_key from rm.involvement_fact order by fact_key limit 1)
                        returning fact_key::text""").query(String.class).single();
        Replay found = compared(replays.start("sysadmin", key()));
        assertThat(found.differences()).isEqualTo(1);
        assertThat(found.findings())
                .filteredOn(finding -> finding.different() > 0)
                .singleElement()
                .extracting(Found::table, Found::keys)
                .containsExactly("involvement_fact", List.of(tampered));

        Contact late = phone();
        story.incident("LATE", late);
        assertThat(replays.switchTo(found.id()).state()).isEqualTo(State.SWITCHED);
        assertThat(replays.switchTo(found.id()).state()).isEqualTo(State.SWITCHED);
        assertThatThrownBy(() -> replays.discard(found.id())).isInstanceOf(ProblemException.class);
        story.incident("LATE", phone());
        program.settle();
        assertThat(program.jdbc()
                        .sql("select count(*) from rm.involvement_fact where custodial")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(program.jdbc()
                        .sql("select count(*) from rm.involvement_fact where school = 'LATE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(program.bean(ReadModels.class)
                        .find("involvement")
                        .orElseThrow()
                        .schema()
                        .name())
                .isEqualTo("rm_involvement_r" + found.number());

        Replay again = compared(replays.start("sysadmin", key()));
        assertThat(again.differences()).isZero();
        assertThat(schemas()).doesNotContain("rm_involvement_v1");
        replays.discard(again.id());
    }

    private static List<String> schemas() {
        return program.jdbc()
                .sql("select nspname from pg_namespace where nspname like 'rm\\_%'")
                .query(String.class)
                .list();
    }
}
