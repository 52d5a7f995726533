package brightline.query.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Style sheets, scripts and icons. A browser keeps them and asks by their hash whether they are still the same: a patrol car's slow
 * line carries them once, and an upgrade is seen with the next page. Times of files say nothing here: a build gives all the same.
 */
final class PageAssets implements WebMvcConfigurer {
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::etag);
    }

    private String etag(Resource asset) {
        return hashes.computeIfAbsent(asset.toString(), _ -> '"' + hash(asset) + '"');
    }

    private static String hash(Resource asset) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asset.getContentAsByteArray());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
