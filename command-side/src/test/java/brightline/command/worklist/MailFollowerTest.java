package brightline.command.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.follow.RecordedStream;
import brightline.command.follow.RecordedStream.Entry;
import brightline.edge.TestDatabase;
import brightline.edge.schema.SchemaMigration;
import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import brightline.events.deadline.DeadlineEvent.DeadlineMissed;
import brightline.events.deadline.DeadlineEvent.DeadlineSet;
import brightline.events.disclosure.DisclosureEvent.DisclosureMade;
import brightline.events.disclosure.DisclosureEvent.NoticeDue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

class MailFollowerTest {
    private static final Instant AT = Instant.parse("2026-03-02T16:00:00Z");
    private static final UUID STREAM = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final RecordedStream MISSED = stream(
            new DeadlineSet(
                    new DeadlineId(STREAM),
                    "IL-DRUG-POLICE",
                    new InteractionId(new UUID(0, 7)),
                    null,
                    null,
                    AT,
                    AT.plusSeconds(60),
                    "supervisor",
                    "105 ILCS 127/2",
                    true),
            new DeadlineMissed(new DeadlineId(STREAM), AT.plusSeconds(60)));

    private final List<SimpleMailMessage> sent = new ArrayList<>();
    private boolean broken;

    private static RecordedStream stream(Object... events) {
        return new RecordedStream(
                STREAM.toString(),
                Arrays.stream(events)
                        .map(event -> new Entry(event, AT, "submission", null))
                        .toList());
    }

    private MailFollower follower() {
        TestDatabase database = TestDatabase.fresh();
        SchemaMigration.migrate(database.dataSource(), "log", "classpath:db/log");
        return follower(database);
    }

    private MailFollower follower(TestDatabase database) {
        SchemaMigration schema = SchemaMigration.migrate(database.dataSource(), "command", "classpath:db/command");
        MailSender sender = messages -> {
            if (broken) {
                throw new MailSendException("The server is away");
            }
            sent.addAll(List.of(messages));
        };
        return new MailFollower(
                sender,
                new MailProperties(
                        "brightline@example.org",
                        "https://brightline.example/inbox/",
                        Map.of("supervisor", List.of("supervisors@example.org"))),
                database.dataSource(),
                schema);
    }

    @Test
    void a_mail_says_where_to_look_and_nothing_else_and_goes_out_once() {
        MailFollower follower = follower();
        follower.look(MISSED);
        follower.look(MISSED);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().getTo()).containsExactly("supervisors@example.org");
        assertThat(sent.getLast().getSubject()).isEqualTo("A deadline was missed: deadline/" + STREAM);
        assertThat(sent.getLast().getText())
                .isEqualTo("A deadline was missed.\n\ndeadline/%s\nhttps://brightline.example/inbox/deadline/%s\n"
                        .formatted(STREAM, STREAM));
    }

    @Test
    void what_was_told_under_the_names_of_classes_is_not_told_again() {
        TestDatabase database = TestDatabase.fresh();
        SchemaMigration.migrate(database.dataSource(), "log", "classpath:db/log");
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("command")
                .locations("classpath:db/command")
                .target("071")
                // Rights are said of the tables of today.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        database.prepareRoles();
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        List.of(
                        "deadline/%s/DeadlineSet/%s".formatted(STREAM, AT),
                        "deadline/%s/DeadlineMissed/%s".formatted(STREAM, AT),
                        "review/%s/ReviewOpened/%s".formatted(STREAM, AT),
                        "notice/%s/NoticeDue/%s".formatted(STREAM, AT),
                        "request/%s/RequestReceived/%s".formatted(STREAM, AT))
                .forEach(told -> jdbc.sql("insert into command.mail_sent values (?)")
                        .param(told)
                        .update());

        follower(database).look(MISSED);

        assertThat(sent).isEmpty();
        assertThat(jdbc.sql("select news from command.mail_sent")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "deadline/%s/deadline.set/%s".formatted(STREAM, AT),
                        "deadline/%s/deadline.missed/%s".formatted(STREAM, AT),
                        "review/%s/review.opened/%s".formatted(STREAM, AT),
                        "notice/%s/disclosure.notice-due/%s".formatted(STREAM, AT),
                        "request/%s/request.received/%s".formatted(STREAM, AT));
    }

    @Test
    void a_role_without_an_address_gets_no_mail() {
        follower()
                .look(stream(
                        new DisclosureMade(
                                new DisclosureId(STREAM),
                                new InteractionId(new UUID(0, 7)),
                                Code.of("disclosure-recipient/SCHOOL"),
                                Code.of("disclosure-basis/CONSENT"),
                                List.of(Code.of("disclosure-part/REPORT")),
                                AT),
                        new NoticeDue(new DisclosureId(STREAM), Code.of("notice-cause/VOIDED"), AT)));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_mail_that_cannot_be_sent_is_sent_later() {
        MailFollower follower = follower();
        broken = true;
        assertThatThrownBy(() -> follower.look(MISSED)).isInstanceOf(MailSendException.class);
        broken = false;
        follower.look(MISSED);
        assertThat(sent).hasSize(2);
    }
}
