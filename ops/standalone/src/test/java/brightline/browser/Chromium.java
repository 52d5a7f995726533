package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The system's Chromium. Screenshots of what a test saw are kept in {@code target/screenshots}. */
final class Chromium implements AutoCloseable {
    private static final List<String> OFFLINE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(
                                Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium")))
                        .setArgs(OFFLINE));
    }

    /** A fresh visitor: own cookies, a wide light screen. */
    BrowserContext visitor(String base) {
        return visitor(base, null);
    }

    /** A visitor with an empty cache who is signed in already. @param cookies what {@code storageState()} gave; null for none */
    BrowserContext visitor(String base, @Nullable String cookies) {
        return browser.newContext(options(base, cookies).setViewportSize(1280, 900));
    }

    /** A visitor with a phone: 320 CSS pixels wide, dark. */
    BrowserContext phone(String base) {
        return phone(base, null);
    }

    /** A visitor with a phone who is signed in already. @param cookies as for {@link #visitor(String, String)} */
    BrowserContext phone(String base, @Nullable String cookies) {
        return browser.newContext(
                options(base, cookies).setViewportSize(320, 640).setColorScheme(ColorScheme.DARK));
    }

    private static Browser.NewContextOptions options(String base, @Nullable String cookies) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("en-US")
                .setTimezoneId("America/Chicago");
        return cookies == null ? options : options.setStorageState(cookies);
    }

    /** A visitor whose profile outlives the browser: what a device keeps, it keeps there. Closing the context ends the browser. */
    BrowserContext device(Path profile, String base) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of(
                                        Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium")))
                                .setArgs(OFFLINE)
                                .setBaseURL(base)
                                .setViewportSize(1280, 900)
                                .setLocale("en-US")
                                .setTimezoneId("America/Chicago"));
    }

    /** From now on the server fails on what is sent there. */
    static void fail(Page page, String addresses) {
        page.route(
                addresses,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(500)
                        .setContentType("application/problem+json")
                        .setBody("""
                                {"type": "urn:brightline:problem:internal", "title": "The fault is ours", "requestId": "r-4711"}
                                """)));
    }

    static void signIn(Page page, String username, String password) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** A picture of what a person sees without scrolling, for README. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Nothing that WCAG 2.1 A or AA, or axe's best practices, call wrong; and a picture of what was judged. */
    static void judge(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(violations(page)).as(name).isEqualTo(List.of());
        Object tooWide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(tooWide).as(name + " scrolls sideways").isEqualTo(false);
    }

    /**
     * What axe's own rules say of the page as it stands, by all of them. Asked within the page, which keeps the script until it is left:
     * a page of its own for each answer, with all that passed in it, takes four times as long and says the same.
     */
    private static Object violations(Page page) {
        if (page.evaluate("typeof axe === 'undefined'").equals(true)) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return page.evaluate("""
                async () => (await axe.run(document, { reporter: 'no-passes' })).violations
                  .map(rule => `${rule.id}: ${rule.help} ${rule.nodes.slice(0, 3).map(node => node.html)}`)""");
    }

    /** Judged wide and narrow, light and dark; left wide and light. */
    static void judgeEverywhere(Page page, String name) {
        for (int[] size : new int[][] {{320, 640}, {1280, 900}}) {
            page.setViewportSize(size[0], size[1]);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                judge(page, name + "-" + size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
