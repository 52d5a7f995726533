package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.edge.keys.StudentIndex;
import brightline.events.ClashId;
import brightline.events.StudentId;
import brightline.events.clash.ClashEvent.ClashFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of several children under one number, whatever the order of a roster's lines and however it is cut into pieces. */
class OneNumberInOneRosterTest {
    private static final String ADA = "Ada,Quill,2010-05-01";
    private static final String OTIS = "Otis,Vale,2012-02-29";
    private static final String BRAM = "Bram,Stell,2013-07-07";

    private static RosterCase roster;
    private static StudentIndex index;

    @BeforeAll
    static void start() {
        roster = new RosterCase();
        index = roster.program.context.getBean(StudentIndex.class);
    }

    @AfterAll
    static void stop() {
        roster.close();
    }

    /** Lines of students, to be put in any order. */
    private static final class Lines {
        private final String system;
        private final List<String> users = new ArrayList<>();
        private final List<String> births = new ArrayList<>();
        private final List<String> roles = new ArrayList<>();

        Lines(String system) {
            this.system = system;
        }

        /** @param person first name, last name and birth date */
        Lines with(String id, String number, String person, String org) {
            String[] said = person.split(",");
            users.add("%s,,,%s,%s,%s,,\n".formatted(id, said[0], said[1], number));
            births.add("%s,,,%s,,,,,,,,\n".formatted(id, said[2]));
            roles.add("r-%s,,,%s,primary,student,,,%s\n".formatted(id, id, org));
            return this;
        }

        OneRosterZip in(Random order) {
            OneRosterZip zip = OneRosterZip.bulk().with("manifest.csv", "source.systemCode," + system + "\n");
            Collections.shuffle(users, order);
            Collections.shuffle(births, order);
            Collections.shuffle(roles, order);
            return zip.with("users.csv", String.join("", users))
                    .with("demographics.csv", String.join("", births))
                    .with("roles.csv", String.join("", roles));
        }
    }

    private static ImportStatus take(OneRosterZip zip, int most) {
        OneRosterCsv format = new OneRosterCsv(
                roster.program.context.getBean(OneRosterLedger.class),
                roster.program.context.getBean(OneRosterRecorder.class),
                most);
        try {
            Path directory = Files.createTempDirectory(roster.program.spool, "pieces");
            return roster.program.take(Files.write(directory.resolve("zip"), zip.bytes()), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of users.csv, the sourcedIds of the lines that were rejected, in their order. */
    private static List<String> rejected(OneRosterZip zip, ImportStatus status) {
        List<Rejection> rejections = roster.program.rejections(status.importId());
        assertThat(rejections).allSatisfy(one -> {
            assertThat(one.file()).isEqualTo("users.csv");
            assertThat(one.column()).isEqualTo("identifier");
            assertThat(one.reason()).contains("of another student on line");
        });
        return rejections.stream()
                .map(one -> zip.lineAt("users.csv", one.line()).split(",")[0])
                .sorted()
                .toList();
    }

    private static boolean isAsked(StudentId kept, StudentId from) {
        return roster.program
                .context
                .getBean(EventStore.class)
                .readEvents(ClashId.of(kept, from).toString())
                .asStream()
                .anyMatch(message -> message.getPayload() instanceof ClashFound);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,2", "4,2", "5,3", "6,7", "7,200", "8,200"})
    void it_is_the_same_in_any_order_and_any_pieces(int seed, int most) {
        Random order = new Random(seed);
        String n = "P" + seed + "-";
        take(
                new Lines("A" + seed)
                        .with("a1", n + "KNOWN", ADA, "o-1")
                        .with("a2", n + "THIRD", BRAM, "o-1")
                        .with("a3", n + "ACROSS", BRAM, "o-1")
                        .in(order),
                most);
        Lines moved = new Lines("B" + seed).with("moved", n + "PASSED-ON", ADA, "o-1");
        take(moved.in(order), most);

        Lines lines = new Lines("B" + seed)
                .with("new-1", n + "NEW", ADA, "o-1")
                .with("new-2", n + "new", OTIS, "o-2")
                .with("known-1", n + "KNOWN", ADA, "o-1")
                .with("known-2", n + "KNOWN", OTIS, "o-2")
                .with("third-1", n + "THIRD", ADA, "o-1")
                .with("third-2", n + "THIRD", OTIS, "o-2")
                .with("across", n + "ACROSS", OTIS, "o-2")
                .with("twice-1", n + "TWICE", OTIS, "o-1")
                .with("twice-2", n + "TWICE", OTIS, "o-2")
                .with("moved", n + "OTHER", ADA, "o-1")
                .with("passed-on", n + "PASSED-ON", OTIS, "o-2");
        for (int i = 0; i < 12; i++) {
            lines.with("filler-" + i, n + "F" + i, "Finn,Filler" + i + ",2011-01-0" + (1 + i % 9), "o-1");
        }
        OneRosterZip zip = lines.in(order);
        ImportStatus status = take(zip, most);

        assertThat(rejected(zip, status)).containsExactly("known-2", "new-1", "new-2", "third-1", "third-2");
        assertThat(roster.isThere(n + "NEW")).isFalse();
        assertThat(index.holders(n + "KNOWN")).hasSize(1);
        assertThat(roster.schoolsOf(n + "KNOWN")).hasSize(1);
        assertThat(index.holders(n + "THIRD")).hasSize(1);
        assertThat(roster.identityOf(n + "THIRD").lastName()).isEqualTo("Stell");
        for (String number : List.of("ACROSS", "PASSED-ON")) {
            List<StudentId> both = index.holders(n + number);
            assertThat(both).as(number).hasSize(2);
            assertThat(isAsked(both.getLast(), both.getFirst())).as(number).isTrue();
        }
        assertThat(index.holders(n + "TWICE")).hasSize(1);
        assertThat(roster.schoolsOf(n + "TWICE")).hasSize(2);
        assertThat(status.counts().lines()).isEqualTo(3 + 3L * 23);

        OneRosterZip next = new Lines("B" + seed)
                .with("known-2", n + "KNOWN", OTIS, "o-2")
                .with("new-2", n + "NEW", OTIS, "o-2")
                .in(order);
        assertThat(rejected(next, take(next, most)))
                .as("across files nobody is rejected")
                .isEmpty();
        assertThat(index.holders(n + "KNOWN")).hasSize(2);
        assertThat(roster.identityOf(n + "NEW").lastName()).isEqualTo("Vale");
    }

    @Test
    void two_persons_of_a_source_who_are_one_child_are_kept_apart_once() {
        Random order = new Random(0);
        take(new Lines("C1").with("c1", "ONCE-1", ADA, "o-1").in(order), 200);
        take(
                new Lines("C2")
                        .with("c2", "ONCE-1", OTIS, "o-1")
                        .with("c3", "ONCE-1", OTIS, "o-2")
                        .in(order),
                1);
        assertThat(index.holders("ONCE-1")).hasSize(2);
    }

    @Test
    void each_of_two_lines_names_the_other() {
        OneRosterZip zip = OneRosterZip.bulk()
                .with("users.csv", "x1,,,Ada,Quill,NAMED,,\nx2,,,Otis,Vale,NAMED,,\n")
                .with("demographics.csv", "x1,,,2010-05-01,,,,,,,,\nx2,,,2012-02-29,,,,,,,,\n")
                .with("roles.csv", "y1,,,x1,primary,student,,,o-1\ny2,,,x2,primary,student,,,o-1\n");
        List<Rejection> rejections = roster.program.rejections(roster.take(zip).importId());
        assertThat(rejections)
                .extracting(Rejection::line, Rejection::column)
                .containsExactly(tuple(2L, "identifier"), tuple(3L, "identifier"));
        assertThat(rejections.getFirst().reason()).contains("another student on line 3");
        assertThat(rejections.getLast().reason()).contains("another student on line 2");
        assertThat(rejections.toString()).doesNotContain("NAMED", "Ada", "Otis");
    }
}
