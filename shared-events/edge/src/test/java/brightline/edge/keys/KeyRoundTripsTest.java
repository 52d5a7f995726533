package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.IncidentId;
import brightline.events.StudentId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class KeyRoundTripsTest {
    @TempDir
    private static Path directory;

    private static KeyDatabases databases;
    private static StudentIndex students;
    private static final List<String> asked = new ArrayList<>();
    private static final AtomicInteger open = new AtomicInteger();

    @BeforeAll
    static void open() {
        databases = KeyDatabases.fresh(directory);
        KeyStore store = KeyStore.open(new Listening(databases.keySource), databases.file(), true);
        students = new StudentIndex(databases.eventSource, store);
    }

    @BeforeEach
    void forget() {
        asked.clear();
    }

    @Test
    void a_case_of_a_known_student_costs_one_question_and_one_write_and_of_a_new_one_a_write_more() {
        submit("S-1");
        assertThat(asked).hasSize(3);
        asked.clear();
        submit("S-1");
        assertThat(asked).hasSize(2);
    }

    @Test
    void no_connection_is_kept_while_the_submission_goes_on() {
        databases.submission.executeWithoutResult(_ -> {
            begin("S-2");
            assertThat(open).hasValue(0);
        });
    }

    @Test
    void a_student_erased_while_in_hand_can_begin_no_case() {
        KnownStudents known = students.studentsWithNumbers(Set.of("S-3"));
        StudentId student = Objects.requireNonNull(known.withNumber("S-3"));
        databases
                .keys
                .sql("delete from keys.student where student_id = ?")
                .param(student.value())
                .update();
        assertThatThrownBy(() -> databases.submission.executeWithoutResult(
                        _ -> students.openCases(List.of(new CaseOpening(student, incident())), known)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(databases
                        .keys
                        .sql("select count(*) from keys.student_case where student_id = ?")
                        .param(student.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void submit(String number) {
        databases.submission.executeWithoutResult(_ -> begin(number));
    }

    private static void begin(String number) {
        KnownStudents known = students.studentsWithNumbers(Set.of(number));
        students.openCases(List.of(new CaseOpening(known.withNumber(number), incident())), known);
    }

    private static IncidentId incident() {
        return new IncidentId(UUID.randomUUID());
    }

    /** Notes what goes to the server: statements, and the beginnings and ends of transactions. */
    private static final class Listening extends DelegatingDataSource {
        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            open.incrementAndGet();
            return (Connection) Proxy.newProxyInstance(
                    Listening.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        switch (method.getName()) {
                            case "prepareStatement", "createStatement", "setAutoCommit", "commit" ->
                                asked.add(method.getName());
                            case "close" -> open.decrementAndGet();
                            default -> {}
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }
}
