package brightline.proof.recount;

import brightline.proof.recount.Known.Diversion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * M14: of all alternatives that were offered and not declined, those of whose outcome nobody has heard for more than 30 days since they
 * were offered, accepted or begun. M1d: of those that ended, those that were completed. That an outcome could not be found out is an
 * answer of its own.
 */
final class OpenOutcomes implements Figure {
    private static final Set<String> COUNT_NOWHERE = Set.of("DECLINED", "NOT_USED");
    private static final int LONG = 30;

    private final Supplier<Instant> now;

    /** @param now the program's clock */
    OpenOutcomes(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public String name() {
        return "diversions";
    }

    @Override
    public boolean isOfRecords() {
        return true;
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        Known known = those.getFirst().known;
        Set<String> contacts = those.stream()
                .filter(Involvement::ofStudent)
                .flatMap(one -> one.parts.stream())
                .map(part -> part.contact().id)
                .collect(Collectors.toSet());
        List<Diversion> diversions = known.diversions.values().stream()
                .filter(one -> contacts.contains(one.contact) && !one.voided && !COUNT_NOWHERE.contains(one.stage))
                .toList();
        long completed = at(diversions, "COMPLETED");
        long failed = at(diversions, "FAILED");
        long unknown = at(diversions, "UNKNOWN");
        LocalDate today = known.dayOf(question.knownAt() == null ? now.get() : question.knownAt());
        long old = diversions.stream()
                .filter(one -> !Set.of("COMPLETED", "FAILED", "UNKNOWN").contains(one.result()))
                .filter(one -> one.waitingSince != null
                        && one.waitingSince.plusDays(LONG).isBefore(today))
                .count();
        return new Row()
                .with("count", (long) diversions.size())
                .with("completed", completed)
                .with("failed", failed)
                .with("unknown", unknown)
                .with("open", diversions.size() - completed - failed - unknown)
                .share("M14", old, diversions.size())
                .share("M1d", completed, completed + failed);
    }

    private static long at(List<Diversion> diversions, String stage) {
        return diversions.stream().filter(one -> one.result().equals(stage)).count();
    }
}
