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
        String sysadmin = brightline.firstAccount().token("commands", "queries", "metrics");
        String coordinator = account(brightline, "bench-coordinator", "coordinator", Map.of());
        String auditor = account(brightline, "bench-auditor", "auditor", Map.of());
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
                account(brightline, "bench-officer", "sro", Map.of("officer", officer, "schools", List.of(SCHOOL)));
        return new FoundedAgency(token, coordinator, auditor, sysadmin, SCHOOL);
    }

    /**
     * Makes an account as the sysadmin does, and chooses its password as its owner does.
     *
     * @param more members of the document beside name and role
     * @return its API token
     */
    public static String account(StandaloneProcess brightline, String username, String role, Map<String, Object> more)
            throws IOException {
        Map<String, Object> document = new HashMap<>(more);
        document.put("username", username);
        document.put("role", role);
        String first = brightline
                .firstAccount()
                .post("/api/commands/accounts", document)
                .expect(201)
                .json()
                .get("firstPassword")
                .asString();
        Api.Session owner = Api.of(brightline.url()).signIn(username, first);
        owner.changePassword(first);
        return owner.token("commands", "queries");
    }
}
