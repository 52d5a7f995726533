package brightline.command.accounts;

import brightline.command.accounts.AccountDesk.ChangeAccount;
import brightline.command.accounts.AccountDesk.Changed;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.clock.Regularly;
import brightline.edge.schema.SchemaMigration;
import brightline.events.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells of accounts that were there before accounts were on record how they were found: each once, a transaction of its own. Whatever
 * happens to one before its turn tells it first.
 */
@Configuration(proxyBeanMethods = false)
class AccountsFound {
    /** Once at the start; again where a database was away. */
    @Bean
    SmartLifecycle tellAccountsFound(
            DataSource dataSource, @Qualifier("accessSchema") SchemaMigration accessSchema, Commands commands) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new Regularly(
                "accounts-found", Duration.ofMinutes(1), SmartLifecycle.DEFAULT_PHASE, () -> tell(jdbc, commands));
    }

    private static void tell(JdbcClient jdbc, Commands commands) {
        for (UUID account : unrecorded(jdbc)) {
            commands.send(
                    new ChangeAccount(new AccountId(account), null, _ -> null),
                    Changed.class,
                    Request.inside(RecordedAccounts.INSTALLATION));
        }
    }

    private static List<UUID> unrecorded(JdbcClient jdbc) {
        return jdbc.sql("""
                        select id from access.account
                         where not exists (select from log.domain_event_entry
                                            where aggregate_identifier = account.id::text and sequence_number = 0)
                         order by created_at, id
                        """).query(UUID.class).list();
    }
}
