package brightline.edge.keys;

import brightline.edge.schema.SchemaMigration;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key store as both sides use it. The key-encryption key stands in the file {@code brightline.keys.file}. */
@Configuration
public class KeyStoreConfiguration {

    @Bean
    SchemaMigration keyStoreSchema(DataSource dataSource) {
        return SchemaMigration.migrate(dataSource, "keys", "classpath:db/keys");
    }

    @Bean
    KeyEncryptionKey keyEncryptionKey(@Value("${brightline.keys.file}") Path file) {
        return KeyEncryptionKey.inFile(file);
    }

    @Bean
    PersonalParts personalParts(
            DataSource dataSource,
            KeyEncryptionKey kek,
            @Qualifier("keyStoreSchema") SchemaMigration keys,
            @Qualifier("eventLogSchema") SchemaMigration log) {
        return new PersonalParts(dataSource, kek);
    }

    @Bean
    StudentIndex studentIndex(
            DataSource dataSource, KeyEncryptionKey kek, @Qualifier("keyStoreSchema") SchemaMigration keys) {
        return new StudentIndex(dataSource, kek);
    }
}
