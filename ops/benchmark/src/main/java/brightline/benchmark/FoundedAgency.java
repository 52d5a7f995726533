package brightline.benchmark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An installation in its first minutes: accounts, one school, one officer, and a token for each account.
 *
 * @param officer API token of the officer's account, which logs contacts
 * @param coordinator API token
 * @param auditor API token
 * @param sysadmin API token
 * @param school code of the school
 */
public record FoundedAgency(String officer, String coordinator, String auditor, String sysadmin, String school) {
    private static final String SCHOOL = "MAR";

    /** Founds it on a fresh start, by its first account, over HTTP as its people would. */
    public static FoundedAgency on(StandaloneProcess brightline) throws IOException {
        Api api = Api.of(brightline.url());
        String sysadmin = brightline.firstAccount().token();
        String coordinator = account(api, sysadmin, "bench-coordinator", "coordinator", Map.of());
        String auditor = account(api, sysadmin, "bench-auditor", "auditor", Map.of());
        api.post(coordinator, "/api/commands/schools", Map.of("code", SCHOOL, "name", "Marlow High School"))
                .expect(201);
        String registered = api.post(
                        coordinator,
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "B. Ench", "capacity", "SRO"))
                .expect(201)
                .header("Location");
        String officer = registered.substring(registered.lastIndexOf('/') + 1);
        String token =
                account(api, sysadmin, "bench-officer", "sro", Map.of("officer", officer, "schools", List.of(SCHOOL)));
        return new FoundedAgency(token, coordinator, auditor, sysadmin, SCHOOL);
    }

    private static String account(Api api, String sysadmin, String username, String role, Map<String, Object> more) {
        Map<String, Object> document = new HashMap<>(more);
        document.put("username", username);
        document.put("role", role);
        String password = api.post(sysadmin, "/api/commands/accounts", document)
                .expect(201)
                .json()
                .get("firstPassword")
                .asString();
        return api.signIn(username, password).token();
    }
}
