package brightline.scenarios;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One running program for all stories of a class, with an account for each role that tells them; each story has schools of its own. */
abstract class ScenarioBase {
    @TempDir
    static Path directory;

    static RunningBrightline brightline;

    Story story;

    @BeforeAll
    static void startBrightline() {
        brightline = new RunningBrightline(directory);
        Desk.accounts(brightline);
    }

    @AfterAll
    static void stopBrightline() {
        brightline.close();
    }

    @BeforeEach
    void beginStory() {
        story = new Story(brightline);
    }
}
