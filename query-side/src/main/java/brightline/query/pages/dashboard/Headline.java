package brightline.query.pages.dashboard;

import brightline.query.pages.Count;
import brightline.query.pages.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first sentences of a page, written from its figures.
 *
 * @param first what must be known before all else, such as that no agreement is in force; null when nothing
 * @param answer the answer, the largest thing on the page
 * @param counted the same in counts, with the rule set and what is not in it
 * @param before what it is set beside; null where there is nothing to set it beside
 * @param like the same months of several years; null where they say nothing more
 */
public record Headline(
        @Nullable String first,
        String answer,
        String counted,
        @Nullable String before,
        @Nullable String like) {

    static final String NO_AGREEMENT =
            "No agreement is in force: nothing here is measured against one. Rule set 1 says what counts.";
    static final String NO_CAUSE = "A comparison, not a cause.";

    /** A share of some days. @param words as the days are called, such as {@code In the school year before it} or {@code 2024} */
    record Of(String words, Share share) {}

    /**
     * Of school discipline handled by police.
     *
     * @param words the view's days, the beginning of the sentence
     * @param underAgreement whether one is in force
     * @param ruleSet the one everything was read by; null where several
     * @param missing contacts in the view that lack facts
     * @param likeDays the days of the year that the like months are, for instance {@code Aug 1 to Nov 28}
     */
    static Headline ofRoutine(
            String words,
            boolean underAgreement,
            Share now,
            @Nullable Integer ruleSet,
            long missing,
            @Nullable Of before,
            String likeDays,
            List<Of> like) {
        String fits = "the recorded facts fit our definition of school discipline handled by police";
        String answer = now.denominator() == 0
                ? words + ": no contact that counts is on record."
                : now.tooFew()
                        ? words + ": too few contacts to tell a share. In " + now.counts() + " " + fits + "."
                        : words + ": in " + ofHundred(now, "contacts") + " " + fits + ".";
        String rules = ruleSet == null ? "each by the rule set in force on its day" : "rule set " + ruleSet;
        String lacking =
                missing == 0 ? "" : "; " + Count.of(missing, "more contact lacks", "more contacts lack") + " facts";
        return new Headline(
                underAgreement ? null : NO_AGREEMENT,
                answer,
                now.counts() + " contacts, counted once per officer (" + rules + lacking + ").",
                before == null || now.denominator() == 0 ? null : beside(now, before),
                like(likeDays, like));
    }

    private static String beside(Share now, Of before) {
        Share then = before.share();
        if (then.denominator() == 0) {
            return before.words() + " no contact that counts is on record: there is nothing to compare with.";
        }
        if (then.tooFew()) {
            return before.words() + ": " + then.counts() + " contacts, too few to compare.";
        }
        return before.words() + ": " + ofHundred(then, null) + ", " + then.counts() + " contacts."
                + (now.tooFew() ? "" : " " + NO_CAUSE);
    }

    private static @Nullable String like(String days, List<Of> like) {
        List<Of> known =
                like.stream().filter(one -> one.share().denominator() > 0).toList();
        return known.size() < 2
                ? null
                : "Like months (" + days + "): "
                        + known.stream()
                                .map(one -> one.words() + " "
                                        + (one.share().tooFew()
                                                ? "too few (" + one.share().counts() + ")"
                                                : ofHundred(one.share(), null) + ", "
                                                        + one.share().counts()))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    /** {@code 14 of 100 contacts (12 to 16)}: whole numbers, rounded half up. @param what the things counted; null to leave them out */
    static String ofHundred(Share share, @Nullable String what) {
        return hundredths(Objects.requireNonNull(share.value())) + " of 100" + (what == null ? "" : " " + what) + " ("
                + hundredths(Objects.requireNonNull(share.lower())) + " to "
                + hundredths(Objects.requireNonNull(share.upper())) + ")";
    }

    private static String hundredths(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
