package brightline.command.follow;

import brightline.command.submission.CommandRejected;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How followers act. What a rule refuses is logged, and the follower goes on with whatever else the stream asks for. */
@Component
public class FollowerCommands {
    private static final Logger log = LoggerFactory.getLogger(FollowerCommands.class);

    private final Commands commands;

    FollowerCommands(Commands commands) {
        this.commands = commands;
    }

    /**
     * Sends the command, a transaction of its own, in the follower's name.
     *
     * @param answer type of the handler's answer
     * @throws RuntimeException when it could not be decided: the follower is shown the stream again
     */
    public void send(Follower follower, Object command, Class<?> answer) {
        try {
            commands.send(command, answer, Request.inside(follower.name()));
        } catch (CommandRejected refused) {
            log.atWarn()
                    .addKeyValue("event", "desk.refused")
                    .addKeyValue("desk", follower.name())
                    .addKeyValue("rule", refused.rule().code())
                    .log("A rule refused what a desk wanted");
        }
    }
}
