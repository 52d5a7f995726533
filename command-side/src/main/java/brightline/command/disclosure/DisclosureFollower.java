package brightline.command.disclosure;

import brightline.command.disclosure.DisclosureCommand.AskForNotice;
import brightline.command.follow.Follower;
import brightline.command.follow.FollowerCommands;
import brightline.command.follow.RecordedStream;
import brightline.command.follow.RecordedStream.Retraction;
import brightline.command.follow.RecordedStreams;
import brightline.edge.schema.SchemaMigration;
import brightline.events.Code;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import brightline.events.disclosure.DisclosureEvent.DisclosureMade;
import brightline.events.interaction.InteractionEvent.*;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for a notice to everybody who was given a record that was about another student, or should not have been. */
@Component
class DisclosureFollower implements Follower {
    static final String NAME = "disclosures";
    private static final Code ANOTHER_STUDENT = Code.of("notice-cause/SUBJECT_CORRECTED");
    private static final Code VOIDED = Code.of("notice-cause/VOIDED");

    private final FollowerCommands commands;
    private final RecordedStreams streams;
    private final JdbcClient jdbc;

    DisclosureFollower(
            FollowerCommands commands,
            RecordedStreams streams,
            DataSource dataSource,
            @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.commands = commands;
        this.streams = streams;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(DisclosureMade.class, SubjectCorrected.class, InteractionVoided.class);
    }

    /** A disclosure may be recorded after the correction, and the correction after the disclosure. */
    @Override
    public void look(RecordedStream stream) {
        if (stream.first() instanceof DisclosureMade made) {
            remember(made);
            retractions(made.interactionId()).forEach(one -> ask(made.disclosureId(), one));
        } else if (stream.first() instanceof InteractionOpened opened) {
            given(opened.interactionId())
                    .forEach(disclosure -> stream.retractions().forEach(retraction -> ask(disclosure, retraction)));
        }
    }

    private List<Retraction> retractions(InteractionId interaction) {
        return streams.read(interaction.toString()).retractions();
    }

    private void remember(DisclosureMade made) {
        jdbc.sql("""
                        insert into command.disclosure (disclosure_id, interaction_id) values (:disclosure, :interaction)
                        on conflict do nothing
                        """)
                .param("disclosure", made.disclosureId().value())
                .param("interaction", made.interactionId().value())
                .update();
    }

    private List<DisclosureId> given(InteractionId interaction) {
        return jdbc
                .sql("select disclosure_id from command.disclosure where interaction_id = ? order by 1")
                .param(interaction.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(DisclosureId::new)
                .toList();
    }

    private void ask(DisclosureId disclosure, Retraction retraction) {
        commands.send(
                this,
                new AskForNotice(disclosure, retraction.voided() ? VOIDED : ANOTHER_STUDENT, retraction.recordedAt()),
                DisclosureAnswer.class);
    }
}
