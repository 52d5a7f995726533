package brightline.proof.recount;

import brightline.proof.recount.Known.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * M10: of involvements with imminent danger or an agitated student in which an attempt to calm was possible, those in which it was tried;
 * it succeeded where talk was the most, and nobody was forced, injured or arrested. Whoever was involved counts, whatever the role. What is
 * missing is out of the share that needs it.
 */
final class Calming implements Figure {
    private static final Set<String> NO_MORE_THAN_TALK = Set.of("1", "0R", "0P");

    @Override
    public String name() {
        return "deescalation";
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        List<Involvement> tense = those.stream()
                .filter(Involvement::ofStudent)
                .filter(one -> isImminent(one) || ever(one, "agitated").equals("YES"))
                .toList();
        List<Involvement> base = tense.stream()
                .filter(one -> ever(one, "possible").equals("YES"))
                .toList();
        List<Involvement> attempted = base.stream()
                .filter(one -> ever(one, "attempted").equals("YES"))
                .toList();
        List<Involvement> tried = base.stream()
                .filter(one -> !ever(one, "attempted").equals("MISSING"))
                .toList();
        List<Involvement> ended =
                attempted.stream().filter(one -> !result(one).equals("MISSING")).toList();
        long succeeded = Figure.count(ended, one -> result(one).equals("YES"));
        long unknown = Figure.count(tense, one -> ever(one, "possible").equals("MISSING"));
        return new Row()
                .with("count", (long) base.size())
                .with("attempted", (long) attempted.size())
                .with("succeeded", succeeded)
                .share("M10a", attempted.size(), tried.size())
                .share("M10b", succeeded, ended.size())
                .share("M10c", succeeded, tried.size() - attempted.size() + ended.size())
                .share("possibleMissing", unknown, base.size() + unknown)
                .share(
                        "attemptMissing",
                        Figure.count(base, one -> ever(one, "attempted").equals("MISSING")),
                        base.size())
                .share("resultMissing", attempted.size() - ended.size(), attempted.size());
    }

    private static boolean isImminent(Involvement one) {
        JsonNode calming = one.counted.contact().calming;
        return one.counted.acts().stream().anyMatch(act -> act.imminent().equals("YES"))
                || (one.counted.contact().acts.isEmpty()
                        && calming != null
                        && Said.stated(calming, "threat").equals("YES"));
    }

    /** YES if said of the whole or of a phase; NO only if said of the whole, or of every phase. */
    private static String ever(Involvement one, String what) {
        JsonNode calming = one.counted.contact().calming;
        if (calming == null) {
            return "MISSING";
        }
        List<String> phases = new ArrayList<>();
        Said.list(calming, "phases").forEach(phase -> phases.add(Said.stated(phase, what)));
        String whole = Said.stated(calming, what);
        if (whole.equals("YES") || phases.contains("YES")) {
            return "YES";
        }
        boolean never =
                whole.equals("NO") || (!phases.isEmpty() && phases.stream().allMatch(phase -> phase.equals("NO")));
        return never ? "NO" : "MISSING";
    }

    private static String injury(Involvement one) {
        JsonNode calming = one.counted.contact().calming;
        return calming == null ? "MISSING" : Said.stated(calming, "injury");
    }

    /** Whether it was enough; missing where only what was done, or whether anybody was injured, is not known. */
    private static String result(Involvement one) {
        List<Contact> records = one.entries();
        boolean more = (one.level() != null && !NO_MORE_THAN_TALK.contains(one.level()))
                || records.stream().anyMatch(record -> record.forceUses > 0)
                || records.stream().anyMatch(ArrestAlternatives::isArrested)
                || "NO".equals(lastStepWorked(one.counted.contact().calming));
        if (more || injury(one).equals("YES")) {
            return "NO";
        }
        return one.level() == null || injury(one).equals("MISSING") ? "MISSING" : "YES";
    }

    /** Whether the last step of calming worked; null where no step is told apart. */
    private static @Nullable String lastStepWorked(@Nullable JsonNode calming) {
        List<JsonNode> phases = calming == null ? List.of() : Said.list(calming, "phases");
        return phases.stream()
                .filter(phase -> Said.stated(phase, "attempted").equals("YES"))
                .reduce((_, last) -> last)
                .map(last -> Said.stated(last, "worked"))
                .orElse(null);
    }
}
