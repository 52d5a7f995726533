package brightline.standalone;

import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.clock.RecordingClock;
import brightline.standalone.demo.DemoAgency;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.PrivateFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What an installation needs once: somebody who can sign in, or, with {@code --demo}, an invented agency with a year behind
 * it. Each step can be cut off and is taken up again by the next start.
 */
final class FirstStart {
    private static final String DEMO_ACCOUNTS = "demo-accounts.txt";
    private static final String FIRST_ACCOUNT = "first-account.txt";
    private static final String FIRST_USERNAME = "sysadmin";
    private static final String DEMO_LAST_DAY = "demo-last-day.txt";
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final DataDirectory directory;
    private final boolean demo;
    private volatile boolean done;

    FirstStart(DataDirectory directory, boolean demo) {
        this.directory = directory;
        this.demo = demo;
    }

    /** Whether this start may make a new database one that takes simulated times. */
    boolean simulates() {
        return demo && Files.notExists(directory.resolve(DEMO_ACCOUNTS));
    }

    /** Out of service until there is somebody who can sign in, and what a demonstration shows. */
    Health health() {
        return (done ? Health.up() : Health.outOfService()).build();
    }

    /** Makes the first account, or fills the demonstration; says what it is doing. */
    void afterApplication(ConfigurableApplicationContext context, URI address, HttpClient client) {
        if (demo) {
            fillOnce(context, address, client);
        } else {
            firstAccount(context);
        }
        done = true;
        if (context.getBean(RecordingClock.class).mode() == RecordingClock.Mode.SIMULATION) {
            Progress.say("This is a demonstration: its recorded times were simulated, its people are invented.");
        }
    }

    private void fillOnce(ConfigurableApplicationContext context, URI address, HttpClient client) {
        Path done = directory.resolve(DEMO_ACCOUNTS);
        if (Files.exists(done)) {
            return;
        }
        // A filling that was cut off goes on with the year it began.
        Path began = directory.resolve(DEMO_LAST_DAY);
        if (Files.notExists(began)) {
            PrivateFile.write(began, LocalDate.now(ZONE).minusDays(1).toString());
        }
        DemoAgency.Filled filled =
                new DemoAgency(context, address, client, Progress::say).fill(LocalDate.parse(PrivateFile.read(began)));
        PrivateFile.write(done, String.join("\n", filled.accounts()));
        Progress.say("Accounts, one per role: " + done);
    }

    private void firstAccount(ConfigurableApplicationContext context) {
        Path file = directory.resolve(FIRST_ACCOUNT);
        Accounts accounts = context.getBean(Accounts.class);
        var afterwards = new FirstPasswordFile(file, FIRST_USERNAME, accounts);
        context.addApplicationListener(afterwards);
        if (Files.exists(file)) {
            afterwards.removeIfUseless();
            return;
        }
        List<Account> all = accounts.all();
        String password;
        if (all.isEmpty()) {
            password = accounts.create(FIRST_USERNAME, AccountRole.SYSADMIN, null, Set.of())
                    .firstPassword();
        } else if (all.size() == 1 && all.getFirst().mustChangePassword()) {
            // A start that ended between making the account and writing its password down.
            password = accounts.resetPassword(all.getFirst().id());
        } else {
            return;
        }
        PrivateFile.write(file, "sysadmin " + FIRST_USERNAME + " " + password);
        Progress.say("First account: " + file);
    }
}
