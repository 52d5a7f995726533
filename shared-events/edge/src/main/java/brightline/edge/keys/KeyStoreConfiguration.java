package brightline.edge.keys;

import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The key store as both sides use it: its database at {@code brightline.keys.datasource.url}, {@code .username} and {@code
 * .password}, the key-encryption key in the file {@code brightline.keys.file}.
 */
@Configuration
@Import(MigrationLogin.class)
public class KeyStoreConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** No candidate for anybody who just wants a database: the events' own is configured as if this one were not there. */
    @Bean(defaultCandidate = false)
    @Qualifier("keyStore")
    HikariDataSource keyStoreDataSource(
            @Value("${brightline.keys.datasource.url}") String url,
            @Value("${brightline.keys.datasource.username}") String username,
            @Value("${brightline.keys.datasource.password}") String password,
            @Value("${brightline.keys.datasource.maximum-pool-size:10}") int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName("keys");
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        var driver = new Properties();
        driver.setProperty("ApplicationName", "brightline-keys");
        // A server's error detail quotes the values of the row.
        driver.setProperty("logServerErrorDetail", "false");
        // As those of the events' connections: see event-log.properties.
        driver.setProperty("connectTimeout", "3");
        driver.setProperty("socketTimeout", "8");
        driver.setProperty("options", "-c statement_timeout=6s -c lock_timeout=5s");
        pool.setDataSourceProperties(driver);
        return pool;
    }

    @Bean
    SchemaMigration keyStoreSchema(@Qualifier("keyStore") DataSource keys, MigrationLogin login) {
        return SchemaMigration.migrate(login.on(keys), "keys", "classpath:db/keys");
    }

    @Bean
    KeyStore keyStore(
            @Qualifier("keyStore") DataSource keys,
            DataSource events,
            @Value("${brightline.keys.file}") Path file,
            @Qualifier("keyStoreSchema") SchemaMigration schema) {
        return KeyStore.open(keys, events, file);
    }

    /** Under a login of its own, {@code brightline.keys.rotation.username}: one that may make the database of a trial. */
    @Bean
    KeyServer keyServer(
            @Value("${brightline.keys.datasource.url}") String url,
            @Value("${brightline.keys.rotation.username:${brightline.keys.datasource.username}}") String username,
            @Value("${brightline.keys.rotation.password:${brightline.keys.datasource.password}}") String password) {
        return new KeyServer(url, username, password);
    }

    /** Backups stand in the directory {@code brightline.keys.backups}, or beside the key file. */
    @Bean
    KeyBackups keyBackups(
            KeyServer server,
            @Value("${brightline.keys.backups:}") String directory,
            @Value("${brightline.keys.file}") Path file) {
        Path beside = file.toAbsolutePath().resolveSibling("key-store-backups");
        return new KeyBackups(server, directory.isBlank() ? beside : Path.of(directory), InstantSource.system());
    }

    @Bean
    KeyRotation keyRotation(KeyStore keys, KeyServer server, KeyBackups backups) {
        return new KeyRotation(keys, server, backups);
    }

    @Bean
    PersonalParts personalParts(
            DataSource events, KeyStore keys, @Qualifier("eventLogSchema") SchemaMigration eventLogSchema) {
        return new PersonalParts(events, keys);
    }

    @Bean
    StudentIndex studentIndex(
            DataSource events, KeyStore keys, @Qualifier("eventLogSchema") SchemaMigration eventLogSchema) {
        return new StudentIndex(events, keys);
    }
}
