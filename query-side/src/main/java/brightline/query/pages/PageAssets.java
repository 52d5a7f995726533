package brightline.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, fonts, scripts and icons. Their addresses hold the hash of what is in them ({@code app-0123….css}; templates write
 * {@code @{/assets/app.css}}), so a browser keeps them for a year without asking again: a patrol car's slow line carries them once,
 * and an upgrade is seen with the next page. Texts are sent as the build compressed them.
 */
@Component
final class PageAssets implements WebMvcConfigurer {
    private final boolean remembered;

    /** @param remembered whether what an address leads to is looked up once only; false while somebody is building pages */
    PageAssets(@Value("${spring.thymeleaf.cache:true}") boolean remembered) {
        this.remembered = remembered;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .setUseLastModified(false)
                .resourceChain(remembered)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new HashedOnly())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** What is kept for a year must be asked for by its hash: a plain name would show the old file after an upgrade. */
    private static final class HashedOnly extends AbstractResourceResolver {

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String requestPath,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            Resource found = chain.resolveResource(request, requestPath, locations);
            String name = found == null ? null : found.getFilename();
            return name == null || requestPath.endsWith(name) ? null : found;
        }

        @Override
        protected @Nullable String resolveUrlPathInternal(
                String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return chain.resolveUrlPath(path, locations);
        }
    }
}
