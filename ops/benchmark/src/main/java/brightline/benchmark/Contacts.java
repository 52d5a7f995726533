package brightline.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Contacts to be logged: one incident with one student each, about six events. The n-th one of a seed is always the same but for
 * when it happened; every student is another one, and everybody is invented.
 *
 * @param school code of the school where all happen
 * @param seed of the invention
 */
public record Contacts(String school, long seed) {
    private static final List<String> FIRST =
            List.of("Amara", "Bela", "Chidi", "Dana", "Elif", "Farid", "Gwen", "Hugo");
    private static final List<String> LAST =
            List.of("Okoro", "Nagy", "Reyes", "Levin", "Aydin", "Haddad", "Price", "Lind");
    private static final List<String> PLACES = List.of("HALLWAY", "CAFETERIA", "CLASSROOM");
    private static final List<String> RACES = List.of("BLACK", "WHITE", "HISPANIC", "ASIAN");
    private static final List<String> CONDUCT = List.of("cps-scc/1-8", "cps-scc/1-3", "cps-scc/2-4");
    private static final List<String> SENTENCES = List.of(
            "The teacher asked for the officer after the student had twice been told to leave the room.",
            "The student talked loudly and would not put the telephone away.",
            "The officer waited in the hallway until the student had calmed down and then walked along.",
            "The dean took over, and the parent was called from the office.");

    /** One submission: its idempotency key, and the document as JSON. */
    public record Contact(String key, String json) {}

    public Contact number(long n) {
        Random random = new Random(seed * 1_000_003 + n);
        String student = "S-%d-%d".formatted(seed, n);
        String json = """
                {"occurredAt":"%s","school":"%s","place":"%s","inSession":"YES",
                 "references":[{"kind":"RD","value":"BN%07d"}],
                 "students":[{"role":"SUBJECT",
                  "student":{"number":"%s","firstName":"%s","lastName":"%s","birthDate":"20%02d-%02d-%02d","homeSchool":"%s"},
                  "statistics":{"race":"%s","sex":"%s","gradeBand":"9-12","age":%d,"disability":"NONE","englishLearner":"NO"},
                  "initiator":"STAFF_REQUEST","requestedBy":"TEACHER","conduct":["%s"],"imminentThreat":"NO",
                  "actions":[{"code":"A2_ESCORT"}],
                  "deEscalation":{"agitated":"YES","possible":"YES","attempted":"YES"},
                  "arrestLawfullyPossible":"NO","outcome":"NO_ACTION","alternativesConsidered":[],
                  "narrative":"%s"}]}""".formatted(
                Instant.now().minus(1 + random.nextInt(240), ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS),
                school,
                one(PLACES, random),
                n,
                student,
                one(FIRST, random),
                one(LAST, random),
                8 + random.nextInt(4),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                school,
                one(RACES, random),
                random.nextBoolean() ? "F" : "M",
                14 + random.nextInt(4),
                one(CONDUCT, random),
                String.join(" ", SENTENCES.subList(0, 1 + random.nextInt(SENTENCES.size()))));
        return new Contact(new UUID(random.nextLong(), random.nextLong()).toString(), json);
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
