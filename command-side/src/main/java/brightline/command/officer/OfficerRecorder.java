package brightline.command.officer;

import brightline.command.register.RegisterEdition;
import brightline.events.OfficerId;
import brightline.events.officer.OfficerEvent;
import java.util.List;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes what a larger submission states of officers, within its transaction. */
@Component
public class OfficerRecorder {
    private final Configuration axon;

    /** @param axon comes lazily: it in turn looks for command handlers */
    OfficerRecorder(@Lazy Configuration axon) {
        this.axon = axon;
    }

    /**
     * Decides commands one after the other and records what follows from all of them, or nothing. The first command about an officer
     * nobody knows has to register the officer, and what follows must not be refused then.
     *
     * @return what was recorded
     * @throws brightline.command.submission.CommandRejected naming the rule of the first one refused
     */
    public List<OfficerEvent> record(OfficerId id, List<OfficerCommand> commands, RegisterEdition register)
            throws Exception {
        return axon.repository(Officer.class)
                .loadOrCreate(id.toString(), Officer::new)
                .invoke(officer -> officer.record(commands, register));
    }
}
