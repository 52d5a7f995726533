package brightline.browser;

import brightline.scenarios.RunningBrightline;
import brightline.standalone.demo.DemoAgency;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.List;

/**
 * The invented agency over its first weeks of school. One runs for all classes of the JVM that look at it, or add to it what the others
 * do not mind.
 *
 * @param accounts role, user name and password of each
 */
record Demonstration(RunningBrightline brightline, List<String[]> accounts) {
    private static final class Running {
        static final Demonstration DEMONSTRATION = filled(RunningBrightline.untilTheEnd());
    }

    static Demonstration running() {
        return Running.DEMONSTRATION;
    }

    private static Demonstration filled(RunningBrightline brightline) {
        DemoAgency.Filled filled = new DemoAgency(
                        brightline.context(), URI.create(brightline.url() + "/"), HttpClient.newHttpClient(), _ -> {})
                .fill(LocalDate.parse("2025-08-18"), LocalDate.parse("2025-09-19"));
        return new Demonstration(
                brightline,
                filled.accounts().stream().map(line -> line.split(" ", -1)).toList());
    }
}
