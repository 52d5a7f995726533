package brightline.command.school;

import brightline.command.submission.Identified;
import brightline.events.SchoolCode;

/** The school as it now stands. */
public record SchoolAnswer(SchoolCode code, String name, boolean provisional) implements Identified {
    @Override
    public SchoolCode id() {
        return code;
    }
}
