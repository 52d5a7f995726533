package brightline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Authenticator;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second factor, from the picture that the phone scans to the sign-in with its code, and to the phone that is lost. */
class SecondFactorPageTest {
    static RunningBrightline brightline;
    static Chromium chromium;

    @BeforeAll
    static void start() {
        brightline = RunningBrightline.shared();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static NewAccount account(AccountRole role) {
        return brightline.bean(Accounts.class).create("s-" + UUID.randomUUID(), role, null, Set.of());
    }

    private static void press(Page page, String label) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .click();
    }

    private static void signIn(Page page, NewAccount account) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(account.account().username());
        page.locator("input[name=password]").fill(account.firstPassword());
        press(page, "Sign in");
    }

    private static void give(Page page, String code) {
        page.locator("#code").fill(code);
        press(page, "Sign in");
    }

    /** What a phone needs that cannot scan, and codes to print; as the owner does it from the menu. */
    private static Authenticator enrol(Page page, NewAccount account) {
        Chromium.signIn(page, account.account().username(), account.firstPassword());
        page.locator(".bl-account summary").click();
        page.getByText("Second factor").click();
        page.waitForURL(url -> url.endsWith("/second-factor"));
        Authenticator phone = Authenticator.of(page.content());
        page.locator("#code").fill(phone.code(-1));
        press(page, "Set it up");
        page.getByText("It is set up: from now on").waitFor();
        return phone;
    }

    private static String scanned(byte[] picture) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int width = image.getWidth();
        int height = image.getHeight();
        var light = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }

    private static List<String> recoveryCodes(Page page) {
        return page.locator(".bl-codes code").allInnerTexts();
    }

    @Test
    void is_set_up_with_the_code_of_an_app_that_scanned_the_picture_and_its_recovery_codes_are_shown_once()
            throws Exception {
        NewAccount account = account(AccountRole.ANALYST);
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            Chromium.signIn(page, account.account().username(), account.firstPassword());
            page.navigate("/second-factor");
            Chromium.judgeEverywhere(page, "second-factor-offered");
            String typed = page.locator(".bl-secret").innerText();
            assertThat(typed).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
            assertThat(scanned(page.locator(".bl-qr").screenshot()))
                    .isEqualTo("otpauth://totp/Brightline:" + account.account().username() + "?secret="
                            + typed.replace(" ", "") + "&issuer=Brightline&algorithm=SHA1&digits=6&period=30");
            Authenticator phone = Authenticator.of(page.content());
            page.locator("#code").fill(phone.wrong());
            page.locator("#code").press("Enter");
            assertThat(page.locator("[role=alert]").count())
                    .as("sent by its button alone")
                    .isZero();
            press(page, "Set it up");
            assertThat(page.locator("[role=alert]").innerText()).contains("not the code that the app shows now");
            assertThat(Authenticator.of(page.content()).code(7))
                    .as("the same picture")
                    .isEqualTo(phone.code(7));
            Chromium.judge(page, "second-factor-wrong");
            page.locator("#code").fill(phone.code());
            press(page, "Set it up");
            page.getByText("It is set up: from now on").waitFor();
            assertThat(recoveryCodes(page)).hasSize(10).doesNotHaveDuplicates();
            Chromium.judgeEverywhere(page, "second-factor-codes");
            page.reload();
            assertThat(recoveryCodes(page)).isEmpty();
            assertThat(page.locator("main").innerText()).contains("10 recovery codes are left.");
            Chromium.judge(page, "second-factor-set");
            page.goBack();
            assertThat(page.locator(".bl-secret").count()).as("by Back").isZero();
        }
    }

    @Test
    void is_asked_for_after_the_password_and_whatever_goes_wrong_ends_on_a_page_that_says_so() {
        NewAccount account = account(AccountRole.ANALYST);
        try (BrowserContext desk = chromium.visitor(brightline.url());
                BrowserContext elsewhere = chromium.visitor(brightline.url())) {
            Authenticator phone = enrol(desk.newPage(), account);
            Page page = elsewhere.newPage();
            page.navigate("/how-we-count");
            signIn(page, account);
            assertThat(page.url()).endsWith("/sign-in/code");
            Chromium.judgeEverywhere(page, "sign-in-code");
            page.navigate("/dashboard");
            assertThat(page.url()).endsWith("/sign-in");
            page.goBack();
            assertThat(page.locator("h1").innerText()).isEqualTo("Your code");
            page.reload();
            give(page, phone.wrong());
            assertThat(page.locator("[role=alert]").innerText()).contains("That code is not right");
            Chromium.judge(page, "sign-in-code-wrong");
            page.locator("#code").fill(phone.code());
            page.locator("#code").press("Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
            assertThat(page.locator("main h1").count()).isEqualTo(1);
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your account"))
                            .textContent())
                    .contains("A wrong code was given", "Whoever it was had your password");
            page.navigate("/sign-in/code");
            assertThat(page.url()).as("signed in already").doesNotContain("/sign-in");
            page.goBack();
            assertThat(page.locator("h1").first().isVisible()).isTrue();
        }
        try (BrowserContext late = chromium.phone(brightline.url())) {
            Page page = late.newPage();
            signIn(page, account);
            late.clearCookies(new BrowserContext.ClearCookiesOptions().setName("brightline-half"));
            page.reload();
            assertThat(page.url()).endsWith("/sign-in?expired");
            assertThat(page.locator("[role=alert]").innerText()).contains("within five minutes");
            Chromium.judge(page, "sign-in-code-expired");
            signIn(page, account);
            late.clearCookies(new BrowserContext.ClearCookiesOptions().setName("brightline-half"));
            give(page, "123456");
            assertThat(page.url()).endsWith("/sign-in?expired");
        }
    }

    @Test
    void that_is_lost_is_removed_by_the_system_administrator_and_its_owner_is_told() {
        NewAccount officer = account(AccountRole.SRO);
        NewAccount administrator = account(AccountRole.SYSADMIN);
        try (BrowserContext desk = chromium.visitor(brightline.url());
                BrowserContext office = chromium.visitor(brightline.url())) {
            enrol(desk.newPage(), officer);
            Page page = office.newPage();
            Chromium.signIn(page, administrator.account().username(), administrator.firstPassword());
            page.navigate("/accounts");
            Locator remove = page.getByLabel(
                    "Remove the second factor of " + officer.account().username());
            remove.click();
            Chromium.judge(page, "accounts-remove-second-factor");
            page.locator("dialog").getByText("Remove second factor").click();
            page.getByText("Done.").first().waitFor();
        }
        try (BrowserContext visitor = chromium.visitor(brightline.url())) {
            Page page = visitor.newPage();
            signIn(page, officer);
            assertThat(page.url()).doesNotContain("/sign-in");
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your account"))
                            .textContent())
                    .contains("Your second factor was removed by");
        }
    }
}
