package brightline.command.incident;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may record incidents and edit them. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {
    static final String CACHE = "incidentCache";

    /**
     * Entries go when memory is short, and whenever a unit of work is rolled back. One cache per kind of stream: in a shared
     * one, an id of another kind would find what is no incident.
     */
    @Bean(CACHE)
    Cache incidentCache() {
        return new WeakReferenceCache();
    }
}
