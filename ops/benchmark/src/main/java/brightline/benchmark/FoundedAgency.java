package brightline.benchmark;

import brightline.benchmark.Api.Session;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

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
        Session first = brightline.firstAccount();
        String sysadmin = first.token();
        String coordinator = account(api, sysadmin, Map.of("username", "bench-coordinator", "role", "coordinator"));
        String auditor = account(api, sysadmin, Map.of("username", "bench-auditor", "role", "auditor"));
        api.post(coordinator, "/api/commands/schools", Map.of("code", SCHOOL, "name", "Marlow High School"))
                .expect(201);
        String officer = api.post(
                        coordinator,
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "B. Ench", "capacity", "SRO"))
                .expect(201)
                .json()
                .get("id")
                .asString();
        String token = account(
                api,
                sysadmin,
                Map.of(
                        "username",
                        "bench-officer",
                        "role",
                        "sro",
                        "officer",
                        UUID.fromString(officer),
                        "schools",
                        new String[] {SCHOOL}));
        return new FoundedAgency(token, coordinator, auditor, sysadmin, SCHOOL);
    }

    private static String account(Api api, String sysadmin, Map<String, Object> document) {
        String password = api.post(sysadmin, "/api/commands/accounts", document)
                .expect(201)
                .json()
                .get("firstPassword")
                .asString();
        return api.signIn(document.get("username").toString(), password).token();
    }
}
