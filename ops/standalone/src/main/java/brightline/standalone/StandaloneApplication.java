package brightline.standalone;

import brightline.command.CommandSide;
import brightline.edge.access.AccessConfiguration;
import brightline.edge.catalogue.CatalogueConfiguration;
import brightline.edge.keys.KeyStoreConfiguration;
import brightline.edge.store.EventLogConfiguration;
import brightline.query.QuerySide;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both sides in one process. Nothing is scanned: each side brings what it consists of by its own public configuration. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    EventLogConfiguration.class,
    KeyStoreConfiguration.class,
    AccessConfiguration.class,
    CommandSide.class,
    QuerySide.class,
    CatalogueConfiguration.class,
    DiskGuard.class
})
public class StandaloneApplication {}
