package brightline.edge.access;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of each account that seals what its browsers keep: 256 random bits, the same for as long as the account lives. */
final class DeviceKeys {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    DeviceKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account's key; made when it is first asked for. */
    byte[] of(UUID accountId) {
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        jdbc.sql("""
                        insert into access.device_key (account_id, key) values (:account, :key) on conflict do nothing""").param("account", accountId).param("key", made).update();
        return jdbc.sql("select key from access.device_key where account_id = :account")
                .param("account", accountId)
                .query(byte[].class)
                .single();
    }
}
