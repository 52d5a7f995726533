package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class DeviceKeyTest {
    private final SampleApp app = SampleApp.running();

    private HttpResponse<String> keyOf(AccountRole role) {
        return app.client().basic(app.account(role)).get(DeviceKeyController.PATH);
    }

    @Test
    void is_the_same_at_every_sign_in_and_another_for_another_account() {
        String first = keyOf(AccountRole.SRO).body();
        assertThat(first).containsPattern("\"key\":\"[A-Za-z0-9+/]{43}=\"");
        assertThat(first).contains(app.account(AccountRole.SRO).account().id().toString());
        assertThat(keyOf(AccountRole.SRO).body()).isEqualTo(first);
        assertThat(keyOf(AccountRole.SUPERVISOR).body())
                .isNotEqualTo(first)
                .containsPattern("\"key\":\"[A-Za-z0-9+/]{43}=\"");
    }

    @Test
    void is_not_kept_by_the_browser() {
        assertThat(keyOf(AccountRole.SRO).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(header -> assertThat(header).contains("no-store"));
    }

    @Test
    void is_for_nobody_who_is_not_signed_in_and_for_no_token() {
        assertThat(app.client().get(DeviceKeyController.PATH).statusCode()).isIn(302, 401);
        String token = app.tokens()
                .issue(
                        app.account(AccountRole.SRO).account().id(),
                        EnumSet.allOf(TokenScope.class),
                        Duration.ofHours(1))
                .clear();
        assertThat(app.client().token(token).get(DeviceKeyController.PATH).statusCode())
                .isEqualTo(403);
    }
}
