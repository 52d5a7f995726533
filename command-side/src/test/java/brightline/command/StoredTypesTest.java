package brightline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The type of a stream is stored with every event and part of its content hash. What stands here was stored, and never changes:
 * a class may be renamed, its type may not.
 */
class StoredTypesTest {
    private static final String[] STORED = {
        "Account",
        "Activity",
        "Agency",
        "Agreement",
        "Clash",
        "Complaint",
        "Counterpart",
        "DeadLetter",
        "Deadline",
        "DeadlineSwitch",
        "Disclosure",
        "Diversion",
        "Evaluation",
        "FileImport",
        "Incident",
        "Interaction",
        "Officer",
        "RecordRequest",
        "Referral",
        "Review",
        "RosterList",
        "School",
        "Student",
        "Work"
    };

    @Test
    void streams_are_stored_under_the_types_they_were_always_stored_under() {
        assertThat(aggregates().map(StoredTypesTest::storedTypeOf)).containsExactlyInAnyOrder(STORED);
    }

    private static Stream<Class<?>> aggregates() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        return scan.findCandidateComponents("brightline.command").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), StoredTypesTest.class.getClassLoader()));
    }

    /** As Axon writes it to the log; of a class without a type of its own that would be whatever the class is called. */
    private static String storedTypeOf(Class<?> aggregate) {
        return AnnotationUtils.<String>findAnnotationAttribute(aggregate, AggregateRoot.class, "type")
                .filter(type -> !type.isEmpty())
                .orElseThrow(() -> new AssertionError(aggregate.getName() + " has no type of its own"));
    }
}
