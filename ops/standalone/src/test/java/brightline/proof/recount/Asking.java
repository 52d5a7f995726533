package brightline.proof.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every question a history is asked: whole, by each dimension, by pairs, filtered, between days, and as it was known. */
final class Asking {
    static final List<String> DIMENSIONS = List.of(
            "class",
            "school",
            "homeSchool",
            "officer",
            "officerCapacity",
            "month",
            "schoolYear",
            "race",
            "sex",
            "gradeBand",
            "disability",
            "englishLearner",
            "initiator",
            "tier",
            "action",
            "outcome");
    private static final int PAIRS = 15;
    private static final int CUTS = 10;

    private final Recounted recounted;
    private final List<Figure> figures;
    private final Random random;

    /** @param seed decides pairs, values and days */
    Asking(Recounted recounted, List<Figure> figures, long seed) {
        this.recounted = recounted;
        this.figures = figures;
        this.random = new Random(seed);
    }

    /**
     * @param moments in order, between any two of which something was recorded
     * @param now one question in so many is asked of what is known now
     * @param then one question in so many is asked of what was known at each of ten moments; the whole is asked of each
     */
    void about(Set<String> schools, List<Instant> moments, int now, int then) {
        List<List<String>> pairs = pairs();
        for (Figure figure : figures) {
            Question whole = of(figure, schools, moments);
            each(figure, whole, pairs, now);
            if (!figure.isOfUnits()) {
                recounted.compare(figure, whole.readBy(2));
                recounted.compare(figure, whole.readBy(2).groupedBy("class"));
                recounted.compare(figure, whole.byReviewers());
                recounted.compare(figure, whole.byReviewers().groupedBy("class"));
                recounted.compare(figure, filtered(whole.byReviewers(), "class"));
            }
        }
        for (int cut = 1; cut <= CUTS; cut++) {
            Instant moment = moments.get((moments.size() - 1) * cut / CUTS);
            for (Figure figure : figures) {
                each(figure, of(figure, schools, moments).knownAt(moment), pairs, then);
            }
        }
    }

    /** Of all histories together. */
    void aboutTheDistrict(LocalDate asOf) {
        for (Figure figure : figures) {
            Question whole = Question.of(figure.name()).asOf(figure.isOfADay() ? asOf : null);
            if (figure.isOfUnits()) {
                List.of("school", "officer").forEach(unit -> eachOfUnits(figure, whole.groupedBy(unit), 1));
                continue;
            }
            recounted.compare(figure, whole);
            DIMENSIONS.forEach(dimension -> recounted.compare(figure, whole.groupedBy(dimension)));
        }
    }

    /** Keeps what is answered now of each figure. */
    void rememberNow(Set<String> schools, Instant moment) {
        for (Figure figure : figures) {
            Question every = Question.of(figure.name(), schools);
            Question whole = figure.isOfUnits() ? every.groupedBy("officer") : every;
            recounted.remember(
                    figure.isOfADay() ? whole.asOf(LocalDate.ofInstant(moment, ZoneOffset.UTC)) : whole, moment);
        }
    }

    private Question of(Figure figure, Set<String> schools, List<Instant> moments) {
        Question whole = Question.of(figure.name(), schools);
        Instant any = moments.get(random.nextInt(moments.size()));
        return figure.isOfADay() ? whole.asOf(LocalDate.ofInstant(any, ZoneOffset.UTC)) : whole;
    }

    private void each(Figure figure, Question whole, List<List<String>> pairs, int share) {
        if (figure.isOfUnits()) {
            eachOfUnits(figure, whole.groupedBy("officer"), share);
            return;
        }
        recounted.compare(figure, whole);
        for (String dimension : DIMENSIONS) {
            if (random.nextInt(share) == 0) {
                recounted.compare(figure, whole.groupedBy(dimension));
            }
            if (random.nextInt(share) == 0) {
                recounted.compare(figure, filtered(whole, dimension));
            }
        }
        for (List<String> pair : pairs) {
            if (random.nextInt(share) == 0) {
                recounted.compare(figure, whole.groupedBy(pair.getFirst(), pair.getLast()));
            }
        }
        LocalDate from = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(300));
        recounted.compare(figure, whole.between(from, from.plusDays(30 + random.nextInt(200))));
    }

    /** Schools are set against all schools of the district, whichever are shown: of one history alone officers are compared. */
    private void eachOfUnits(Figure figure, Question whole, int share) {
        recounted.compare(figure, whole);
        recounted.compare(figure, whole.readBy(2));
        recounted.compare(figure, whole.byReviewers());
        for (String dimension : DIMENSIONS) {
            if (random.nextInt(share) == 0) {
                recounted.compare(figure, narrowed(whole, dimension));
            }
        }
    }

    /** By one or two of the values that are there. */
    private Question filtered(Question whole, String dimension) {
        Question filtered = narrowed(whole, dimension);
        return random.nextInt(3) == 0
                ? filtered.groupedBy(DIMENSIONS.get(random.nextInt(DIMENSIONS.size())))
                : filtered;
    }

    private Question narrowed(Question whole, String dimension) {
        List<String> values = new ArrayList<>(new TreeSet<>(recounted.involvements(whole).stream()
                .filter(whole::holds)
                .map(one -> stated(one.value(dimension)))
                .toList()));
        if (values.isEmpty()) {
            return whole;
        }
        Collections.shuffle(values, random);
        return whole.only(dimension, new TreeSet<>(values.subList(0, Math.min(values.size(), 1 + random.nextInt(2)))));
    }

    private static String stated(@Nullable String value) {
        return value == null ? Question.NOT_STATED : value;
    }

    private List<List<String>> pairs() {
        List<List<String>> pairs = new ArrayList<>();
        for (String one : DIMENSIONS) {
            for (String other : DIMENSIONS) {
                if (one.compareTo(other) < 0) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        Collections.shuffle(pairs, random);
        return pairs.subList(0, PAIRS);
    }
}
