package brightline.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.RandomHistories;
import brightline.edge.clock.RecordingClock;
import brightline.edge.store.EventMetadata;
import brightline.edge.store.IndexFence;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.query.QueryProgram;
import brightline.query.arrests.ArrestFigures;
import brightline.query.caseload.CalmingFigures;
import brightline.query.caseload.DiversionFigures;
import brightline.query.caseload.QuestioningFigures;
import brightline.query.caseload.SearchFigures;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureQuestion;
import brightline.query.projection.LeftOutEvents;
import brightline.query.projection.LogReader;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionProcessor;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.ReadModels;
import brightline.query.question.AsKnownOn;
import brightline.query.routine.RoutineFigures;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Five hundred random lives of all kinds of streams in one log: what the projections made of them on the way is what a replay makes of
 * them, and figures as known at a moment are those of a replay that stopped there.
 */
class RandomLogTest {
    private static final int LIVES = 500;
    private static final int CUTS = 20;
    private static final int AT_ONCE = 8;
    private static final long SEED = 20_260_302;
    private static final Instant FIRST = Instant.parse("2026-03-02T14:00:00Z");

    private static QueryProgram program;
    private static final List<Instant> recorded = new ArrayList<>();

    @BeforeAll
    static void write() throws Exception {
        program = QueryProgram.start();
        Random random = new Random(SEED);
        List<Life> lives = lives();
        Map<String, Long> sequences = new HashMap<>();
        List<Integer> turns = new ArrayList<>();
        for (int life = 0; life < lives.size(); life++) {
            turns.addAll(Collections.nCopies(lives.get(life).events().size(), life));
        }
        Collections.shuffle(turns, random);
        Instant now = FIRST;
        for (int at = 0; at < turns.size(); at += AT_ONCE) {
            now = now.plusSeconds(60);
            recorded.add(now.plusSeconds(59));
            List<Life> next = turns.subList(at, Math.min(at + AT_ONCE, turns.size())).stream()
                    .map(lives::get)
                    .toList();
            append(next, sequences, now);
        }
        program.settle();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private record Life(UUID stream, Deque<Object> events) {}

    /** As many of every kind of stream that has random histories; of a kind whose stream is named by what it is about, one. */
    private static List<Life> lives() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RandomHistories.class));
        List<String> kinds = scanner.findCandidateComponents("brightline.command").stream()
                .map(BeanDefinition::getBeanClassName)
                .sorted()
                .toList();
        Set<String> alone = new HashSet<>();
        List<Life> lives = new ArrayList<>();
        for (int i = 0; lives.size() < LIVES; i++) {
            String kind = kinds.get(i % kinds.size());
            var constructor = Class.forName(kind).getDeclaredConstructor();
            constructor.setAccessible(true);
            var histories = (RandomHistories<?, ?, ?>) constructor.newInstance();
            UUID stream = new UUID(SEED, i);
            List<?> events = histories.life(stream, SEED + i);
            boolean isOneOfAKind = events.equals(histories.life(new UUID(0, 0), SEED + i));
            if (events.isEmpty() || isOneOfAKind && !alone.add(kind)) {
                continue;
            }
            if (events.getFirst() instanceof InteractionOpened opened) {
                lives.add(new Life(opened.incidentId().value(), new ArrayDeque<>(List.of(incidentOf(opened)))));
            }
            lives.add(new Life(stream, new ArrayDeque<>(events)));
        }
        return lives;
    }

    /** A contact is counted where its incident was. */
    private static IncidentOpened incidentOf(InteractionOpened opened) {
        return new IncidentOpened(
                opened.incidentId(),
                "BL-2026-" + opened.incidentId().value().getLeastSignificantBits(),
                new SchoolCode("MAR"),
                Code.of("place/HALLWAY"),
                Stated.YES,
                opened.occurredAt(),
                List.of(),
                List.of(opened.interactionId()),
                opened.source());
    }

    /** The next event of each of these lives, in one submission. */
    private static void append(List<Life> next, Map<String, Long> sequences, Instant now) {
        program.bean(RecordingClock.class).set(now);
        MetaData said = MetaData.from(Map.of(
                EventMetadata.ACTOR,
                "random",
                EventMetadata.SUBMISSION,
                new UUID(SEED, now.getEpochSecond()).toString()));
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Life life : next) {
            Object event = life.events().remove();
            String type =
                    Objects.requireNonNull(event.getClass().getEnclosingClass()).getSimpleName();
            String stream = life.stream().toString();
            long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
            messages.add(new GenericDomainEventMessage<>(type, stream, sequence, event, said));
        }
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(program.bean(TransactionManager.class));
        work.execute(() -> program.bean(EventStore.class).publish(messages));
    }

    @Test
    void projections_are_what_a_replay_from_nothing_makes() {
        TransactionTemplate transaction = new TransactionTemplate(program.bean(PlatformTransactionManager.class));
        for (Projection projection : projections()) {
            ReadModelSchema replayed =
                    replay(projection, program.bean(IndexFence.class).lastSeen(), 1, transaction);
            ReadModelSchema live =
                    models().find(projection.name()).orElseThrow().schema();
            assertThat(Comparison.of(projection, live, replayed, program.jdbc()))
                    .as(projection.name())
                    .isNotEmpty()
                    .allMatch(finding -> finding.different() == 0);
        }
        assertThat(program.jdbc()
                        .sql("select count(*) from log.domain_event_entry")
                        .query(Long.class)
                        .single())
                .isGreaterThan(LIVES);
    }

    @Test
    void figures_as_known_at_a_moment_are_those_of_a_replay_that_stopped_there() {
        Random random = new Random(SEED);
        TransactionTemplate transaction = new TransactionTemplate(program.bean(PlatformTransactionManager.class));
        program.bean(ProjectionProcessors.class).all().forEach(ProjectionProcessor::pause);
        for (int cut = 0; cut < CUTS; cut++) {
            Instant moment = recorded.get(random.nextInt(recorded.size()));
            Map<String, String> asKnown = figures(new AsKnownOn.Moment(moment));
            Map<String, String> then = stoppedAt(moment, cut, transaction);
            assertThat(asKnown).as("as known at %s", moment).isEqualTo(then);
        }
    }

    /** The figures of now, over rows that hold the log up to the moment and nothing after. */
    private Map<String, String> stoppedAt(Instant moment, int cut, TransactionTemplate transaction) {
        long horizon = program.jdbc()
                .sql("select max(global_index) from log.domain_event_entry where recorded_at <= ?")
                .param(Timestamp.from(moment))
                .query(Long.class)
                .single();
        Map<Projection, ReadModelSchema> stopped = new LinkedHashMap<>();
        for (Projection projection : projections()) {
            stopped.put(projection, replay(projection, horizon, 100 + cut, transaction));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            stopped.forEach((projection, schema) -> {
                for (Projection.ProjectedTable table : projection.tables()) {
                    program.jdbc()
                            .sql("create or replace view rm.%2$s as select * from %1$s.%2$s"
                                    .formatted(schema.name(), table.name()))
                            .update();
                }
            });
            program.jdbc()
                    .sql("update rm.read_model set position = ?")
                    .param(horizon)
                    .update();
            return figures(null);
        }));
    }

    private ReadModelSchema replay(Projection projection, long upTo, int number, TransactionTemplate transaction) {
        ReadModelSchema schema = ReadModelSchema.ofReplay(projection, 800_000 + number);
        transaction.executeWithoutResult(_ -> models().createTables(projection, schema));
        new Rebuild(
                        projection,
                        schema,
                        program.bean(LogReader.class),
                        program.bean(LeftOutEvents.class),
                        transaction,
                        1_000)
                .upTo(upTo, _ -> {});
        return schema;
    }

    private static Map<String, String> figures(@Nullable AsKnownOn known) {
        FigureQuestion question = FigureQuestion.ALL.asKnownOn(known).groupedBy(Dimension.SCHOOL);
        Map<String, String> rows = new LinkedHashMap<>();
        RoutineFigures routine = program.bean(RoutineFigures.class);
        rows.put("routine-discipline", rows(routine.share(question.groupedBy(Dimension.SCHOOL, Dimension.CLASS))));
        rows.put("arrests", rows(program.bean(ArrestFigures.class).decisions(question)));
        rows.put("de-escalation", rows(program.bean(CalmingFigures.class).shares(question)));
        rows.put("questioning", rows(program.bean(QuestioningFigures.class).notice(question)));
        rows.put("searches", rows(program.bean(SearchFigures.class).count(question)));
        rows.put("diversions", rows(program.bean(DiversionFigures.class).outcomes(question)));
        return rows;
    }

    private static String rows(FigureAnswer answer) {
        return answer.rows().toString();
    }

    private static List<Projection> projections() {
        return program.bean(ProjectionProcessors.class).all().stream()
                .map(ProjectionProcessor::projection)
                .toList();
    }

    private static ReadModels models() {
        return program.bean(ReadModels.class);
    }
}
