package brightline.edge.catalogue;

import brightline.edge.clock.Regularly;
import brightline.edge.keys.KeyedMac;
import brightline.edge.schema.SchemaMigration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches over the guards of both databases, for a program that has brought all their schemas up to date. */
@Configuration(proxyBeanMethods = false)
public class CatalogueConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    /** @param keys file of the key-encryption key; what is compared with, and the key of its MAC, stand beside it */
    @Bean
    CatalogueWatch eventsCatalogue(
            DataSource events, List<SchemaMigration> schemas, @Value("${brightline.keys.file}") Path keys) {
        return watch("events", events, schemas, keys);
    }

    /** Of the key store, likewise. */
    @Bean
    CatalogueWatch keysCatalogue(
            @Qualifier("keyStore") DataSource keyStore,
            List<SchemaMigration> schemas,
            @Value("${brightline.keys.file}") Path keys) {
        return watch("keys", keyStore, schemas, keys);
    }

    private static CatalogueWatch watch(String database, DataSource of, List<SchemaMigration> schemas, Path keys) {
        var watch = new CatalogueWatch(
                database,
                of,
                keys.resolveSibling("catalog-of-" + database),
                new KeyedMac(keys.resolveSibling("catalog-key")));
        watch.begin(schemas.stream().anyMatch(schema -> schema.applied() > 0));
        return watch;
    }

    @Bean
    SmartLifecycle cataloguesCompared(List<CatalogueWatch> watches) {
        return new Regularly(
                "catalog-watch", LOOK_EVERY, SmartLifecycle.DEFAULT_PHASE, () -> watches.forEach(CatalogueWatch::look));
    }
}
