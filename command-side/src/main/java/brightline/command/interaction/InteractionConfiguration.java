package brightline.command.interaction;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may edit contacts at all; whose, the record decides. */
@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {
    static final String CACHE = "interactionCache";

    /**
     * Entries go when memory is short, and whenever a unit of work is rolled back. One cache per kind of stream: in a shared
     * one, an id of another kind would find what is no interaction.
     */
    @Bean(CACHE)
    Cache interactionCache() {
        return new WeakReferenceCache();
    }
}
