package brightline.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInPageTest {
    static RunningBrightline brightline;
    static Chromium chromium;
    static String password = "";
    static @Nullable String session;

    @BeforeAll
    static void start() {
        brightline = RunningBrightline.shared();
        password = brightline
                .bean(Accounts.class)
                .create("ada", AccountRole.ANALYST, null, Set.of())
                .firstPassword();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void what_pages_are_made_of_is_kept_for_a_year_under_the_hash_of_its_content() throws Exception {
        HttpResponse<byte[]> page = get("/sign-in", "gzip");
        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String html = new String(new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(), UTF_8);
        List<String> assets = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(assets).hasSizeGreaterThanOrEqualTo(4).allMatch(path -> path.matches(".+-[0-9a-f]{32}\\.[a-z0-9]+"));
        for (String asset : assets) {
            HttpResponse<byte[]> answer = get(asset, "br");
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(asset)
                    .hasValue("max-age=31536000, public, immutable");
            assertThat(answer.headers().firstValue("Last-Modified")).as(asset).isEmpty();
        }
        String sheet = assets.stream()
                .filter(path -> path.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        assertThat(get(sheet, "br").headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(get(sheet, "gzip").headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(get(sheet, "identity").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(get("/assets/app.css", "identity").statusCode())
                .as("a name without a hash would show the old file after an upgrade")
                .isEqualTo(404);
    }

    @Test
    void the_token_against_forged_requests_reads_differently_in_every_compressed_page() throws Exception {
        assertThat(token()).isNotEqualTo(token());
    }

    /** As the same session sees it. */
    private String token() {
        try (BrowserContext visitor = chromium.visitor(brightline.url(), session)) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            session = visitor.storageState();
            return String.valueOf(page.locator("meta[name=_csrf]").getAttribute("content"));
        }
    }

    private static HttpResponse<byte[]> get(String path, String encoding) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(brightline.url() + path))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    @Test
    void a_wrong_password_says_so_and_the_right_one_leads_in_and_out_again() {
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            page.navigate("/");
            assertThat(page.url()).endsWith("/sign-in");
            Chromium.judge(page, "sign-in");

            page.getByLabel("User name").fill("ada");
            page.locator("input[name=password]").fill("not the password");
            page.locator("form button[type=submit]").first().click();
            page.waitForURL(url -> url.contains("error"));
            Chromium.judge(page, "sign-in-refused");

            Chromium.signIn(page, "ada", password);
            Locator told = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your account"));
            assertThat(told.textContent())
                    .contains("A wrong password was given for your account", "change your password");
            Chromium.judge(page, "start-analyst");
            page.reload();
            assertThat(told.count()).as("told once").isZero();
        }
    }

    @Test
    void a_phone_in_the_dark_can_sign_in() {
        try (BrowserContext visitor = chromium.phone(brightline.url())) {
            Page page = visitor.newPage();
            page.navigate("/sign-in");
            Chromium.judge(page, "sign-in-phone-dark");
            Chromium.signIn(page, "ada", password);
            Chromium.judge(page, "start-analyst-phone-dark");
        }
    }
}
