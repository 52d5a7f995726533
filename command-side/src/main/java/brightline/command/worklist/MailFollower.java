package brightline.command.worklist;

import brightline.command.follow.Follower;
import brightline.command.follow.RecordedStream;
import brightline.command.follow.RecordedStream.Entry;
import brightline.edge.access.AccountRole;
import brightline.edge.schema.SchemaMigration;
import brightline.events.EventCatalogue;
import brightline.events.deadline.DeadlineEvent.DeadlineMissed;
import brightline.events.deadline.DeadlineEvent.DeadlineSet;
import brightline.events.disclosure.DisclosureEvent.NoticeDue;
import brightline.events.request.RequestEvent.RequestReceived;
import brightline.events.review.ReviewEvent.ReviewOpened;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/**
 * Tells by mail that something new is on a role's list: what kind of thing, its number and where to look. Nothing of a person and
 * nothing of a case travels by mail. Each thing is told once; a mail that cannot be sent is tried again, and the others wait.
 */
final class MailFollower implements Follower {
    static final String NAME = "mail";

    private final MailSender sender;
    private final MailProperties properties;
    private final JdbcClient jdbc;

    MailFollower(MailSender sender, MailProperties properties, DataSource dataSource, SchemaMigration commandSchema) {
        this.sender = sender;
        this.properties = properties;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What a mail is about. */
    private record News(String item, AccountRole role, String what) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                ReviewOpened.class, DeadlineSet.class, DeadlineMissed.class, NoticeDue.class, RequestReceived.class);
    }

    @Override
    public void look(RecordedStream stream) {
        AccountRole responsible = AccountRole.SUPERVISOR;
        for (Entry entry : stream.entries()) {
            if (entry.event() instanceof DeadlineSet set) {
                responsible = AccountRole.of(set.responsible());
            }
            News news = news(entry.event(), responsible);
            if (news != null) {
                tell(news.item() + stream.stream(), news, entry);
            }
        }
    }

    /** Null for what is no news to anybody. @param responsible who has the deadline, where it is about one */
    private static @Nullable News news(Object event, AccountRole responsible) {
        if (event instanceof ReviewOpened) {
            return new News("review/", AccountRole.SUPERVISOR, "A review was opened");
        }
        if (event instanceof DeadlineSet) {
            return new News("deadline/", responsible, "A deadline was set");
        }
        if (event instanceof DeadlineMissed) {
            return new News("deadline/", responsible, "A deadline was missed");
        }
        if (event instanceof NoticeDue) {
            return new News("notice/", AccountRole.CLERK, "A notice is due");
        }
        if (event instanceof RequestReceived) {
            return new News("request/", AccountRole.CLERK, "A request was received");
        }
        return null;
    }

    private void tell(String item, News news, Entry entry) {
        List<String> to = properties.to(news.role());
        String key = item + "/" + EventCatalogue.nameOf(entry.event().getClass()) + "/" + entry.recordedAt();
        if (to.isEmpty() || isTold(key)) {
            return;
        }
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(properties.from());
        mail.setTo(to.toArray(String[]::new));
        mail.setSubject(news.what() + ": " + item);
        mail.setText(news.what() + ".\n\n" + item + "\n" + properties.link() + item + "\n");
        sender.send(mail);
        jdbc.sql("insert into command.mail_sent (news) values (?) on conflict do nothing")
                .param(key)
                .update();
    }

    private boolean isTold(String key) {
        return jdbc.sql("select exists (select from command.mail_sent where news = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }
}
