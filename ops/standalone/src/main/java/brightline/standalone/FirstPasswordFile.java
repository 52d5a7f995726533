package brightline.standalone;

import brightline.edge.access.Account;
import brightline.edge.access.Accounts;
import brightline.edge.access.PasswordChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** The file with the first account's password. It goes when its owner has chosen another: nobody can sign in with it any more. */
final class FirstPasswordFile implements ApplicationListener<PayloadApplicationEvent<PasswordChanged>> {
    private static final Logger log = LoggerFactory.getLogger(FirstPasswordFile.class);

    private final Path file;
    private final String username;
    private final Accounts accounts;

    FirstPasswordFile(Path file, String username, Accounts accounts) {
        this.file = file;
        this.username = username;
        this.accounts = accounts;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<PasswordChanged> event) {
        if (accounts.find(username)
                .map(Account::id)
                .filter(event.getPayload().accountId()::equals)
                .isPresent()) {
            removeIfUseless();
        }
    }

    /** Also at each start: the program may have ended between the change and this. */
    void removeIfUseless() {
        if (accounts.find(username).map(Account::mustChangePassword).orElse(true)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            log.atWarn()
                    .addKeyValue("event", "first-password.kept")
                    .log("The file of the first password cannot be removed, which no longer opens anything: {}", file);
        }
    }
}
