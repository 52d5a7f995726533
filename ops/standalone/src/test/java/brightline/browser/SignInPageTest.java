package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.scenarios.RunningBrightline;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInPageTest {
    @TempDir
    static Path directory;

    static RunningBrightline brightline;
    static Chromium chromium;
    static String password = "";

    @BeforeAll
    static void start() {
        brightline = new RunningBrightline(directory);
        password = brightline
                .bean(Accounts.class)
                .create("ada", AccountRole.ANALYST, null, Set.of())
                .firstPassword();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        brightline.close();
    }

    @Test
    void what_pages_are_made_of_is_sent_once() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(brightline.url() + "/assets/app.css"));
            HttpResponse<String> first = client.send(request.build(), BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(first.headers().firstValue("Last-Modified")).isEmpty();

            String etag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again =
                    client.send(request.header("If-None-Match", etag).build(), BodyHandlers.ofString());
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
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
            assertThat(page.url()).contains("error");
            Chromium.judge(page, "sign-in-refused");

            Chromium.signIn(page, "ada", password);
            Chromium.judge(page, "start-analyst");
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
