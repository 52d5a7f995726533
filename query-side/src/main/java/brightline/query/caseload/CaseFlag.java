package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.query.figures.SchoolGrounds;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a rule of law or of the agreement makes of recorded facts. Derived whenever it is read; a correction of the facts moves it. A
 * flag is raised only where every fact it rests on is recorded: a missing fact raises none and clears none.
 */
public enum CaseFlag {
    NOTICE_AFTER_QUESTIONING(
            Kind.VIOLATION,
            "Questions began before the first attempt to reach a parent or guardian.",
            "105 ILCS 5/22-88",
            Sql.COVERED + " and c.notice_after"),
    NOTICE_NOT_DOCUMENTED(
            Kind.VIOLATION,
            "No attempt to reach a parent or guardian is recorded with its time and manner.",
            "105 ILCS 5/22-88",
            Sql.COVERED + " and c.notice_undocumented"),
    NO_LISTED_ADULT(
            Kind.VIOLATION,
            "Neither a parent or guardian nor a listed professional is recorded as present.",
            "105 ILCS 5/22-88",
            Sql.COVERED + " and c.no_listed_adult"),
    QUESTIONING_NOT_RECORDED(
            Kind.FLAG,
            "A student under 18 was questioned on school grounds in hours, and nothing of the questioning is recorded.",
            "105 ILCS 5/22-88",
            Sql.BOUND + " and c.asked and not c.questioned"),
    TICKET_ON_SCHOOL_PROPERTY(
            Kind.VIOLATION,
            "A school resource officer issued a ticket or citation on school property.",
            "105 ILCS 5/10-20.68",
            Sql.ON_GROUNDS + " and c.ticketed_by_sro"),
    SEARCH_FOR_SCHOOL_POLICY(
            Kind.FLAG,
            "An officer searched under school policy, not under law.",
            "definition ours, after California's stop data (search for school policy)",
            "c.searches_for_policy > 0"),
    AGE_UNDER_10_RESTRAINT(
            Kind.ALERT, "A child under ten was restrained.", "definition ours", "c.under_ten = 'YES' and c.restrained");

    /** How much it says. */
    public enum Kind {
        /** Recorded facts break a rule of law. */
        VIOLATION,
        /** Somebody should look at it. */
        FLAG,
        /** The coordinator should look at it at once. */
        ALERT
    }

    private final Kind kind;
    private final String words;
    private final String source;
    private final String condition;

    CaseFlag(Kind kind, String words, String source, String condition) {
        this.kind = kind;
        this.words = words;
        this.source = source;
        this.condition = condition;
    }

    public Kind kind() {
        return kind;
    }

    public String words() {
        return words;
    }

    /** Where the rule is written. */
    public String source() {
        return source;
    }

    /**
     * An expression for the names of all flags raised, in this order. It speaks of {@code f}, a row of the facts a figure selects, and of
     * {@code c}, the row of {@code rm.case_fact} beside it, which may be absent.
     */
    public static String sql() {
        return Arrays.stream(values())
                .map(flag -> "case when " + flag.condition + " then '" + flag.name() + "' end")
                .collect(Collectors.joining(", ", "array_remove(array[", "]::text[], null)"));
    }

    /** What stands behind {@code left join} to bring {@code c} beside {@code f} at a figure's horizon. */
    public static String join() {
        return "rm.case_fact c on c.interaction_id = f.interaction_id and " + known("c");
    }

    /** Conditions that several rules share. */
    static final class Sql {
        static final String ON_GROUNDS = SchoolGrounds.on("f.place");

        /** Where 105 ILCS 5/22-88 binds. */
        static final String BOUND =
                "f.role = 'SUBJECT' and c.minor = 'YES' and c.detained and " + ON_GROUNDS + " and f.in_session = 'YES'";

        /** Where it binds a questioning and no exemption was claimed. */
        static final String COVERED = BOUND + " and c.questioned and c.exemption is null";

        /** Where it is recorded that the place is not on school grounds. */
        static final String OFF_GROUNDS = SchoolGrounds.off("f.place");

        private Sql() {}
    }
}
