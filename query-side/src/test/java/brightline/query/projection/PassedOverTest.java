package brightline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PassedOverTest {
    static final AtomicInteger batches = new AtomicInteger();
    static final List<Object> handled = new CopyOnWriteArrayList<>();

    /** Corrections of schools, and nothing else. */
    @Configuration(proxyBeanMethods = false)
    static class Corrections {
        @Bean
        Projection corrections() {
            return new Projection() {
                @Override
                public String name() {
                    return "corrections";
                }

                @Override
                public int version() {
                    return 1;
                }

                @Override
                public List<ProjectedTable> tables() {
                    return List.of();
                }

                @Override
                public String definition() {
                    return "create table $rm.correction (id uuid primary key)";
                }

                @Override
                public Set<Class<?>> events() {
                    return Set.of(SchoolCorrected.class);
                }

                @Override
                public ProjectionBatch begin(ReadModelSchema schema, long position) {
                    batches.incrementAndGet();
                    return new ProjectionBatch() {
                        @Override
                        public void handle(Recorded recorded) {
                            handled.add(recorded.event());
                        }

                        @Override
                        public void flush(long reached) {}
                    };
                }
            };
        }
    }

    @Test
    void a_projection_is_up_to_date_with_events_that_do_not_concern_it_without_a_batch() {
        try (QueryProgram program = QueryProgram.start(Corrections.class)) {
            Story story = program.story().recordedAt("2026-03-02T17:00:00Z");
            Contact contact = Contact.of(story.officer("Adeyemi"))
                    .conduct("cps-scc/1-8")
                    .action("D_ENFORCE_RULE")
                    .outcome("NONE", Stated.NO)
                    .student("pseudo", "BLACK");
            var incident = story.incident("MAR", contact);
            Horizons horizons = program.bean(Horizons.class);
            assertThat(horizons.await("corrections", horizons.newest(), Duration.ofSeconds(60)))
                    .isTrue();
            assertThat(batches).hasValue(0);

            var correction = new SchoolCorrected(incident, new SchoolCode("MAR"), new SchoolCode("QUI"), Story.BECAUSE);
            assertThat(horizons.await("corrections", story.submit(correction), Duration.ofSeconds(60)))
                    .isTrue();
            assertThat(handled).containsExactly(correction);
            assertThat(batches).hasValue(1);
        }
    }
}
