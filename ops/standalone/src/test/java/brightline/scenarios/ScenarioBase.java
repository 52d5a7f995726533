package brightline.scenarios;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One running program for all stories of all classes, with an account for each role that tells them; each story has schools of its own. */
abstract class ScenarioBase {
    static RunningBrightline brightline;

    Story story;

    @BeforeAll
    static void meetBrightline() {
        brightline = RunningBrightline.shared();
        Desk.accounts(brightline);
    }

    @BeforeEach
    void beginStory() {
        story = new Story(brightline);
    }
}
