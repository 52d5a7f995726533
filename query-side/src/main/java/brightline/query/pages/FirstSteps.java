package brightline.query.pages;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.clock.RecordingClock;
import brightline.query.figures.AgreementTerm;
import brightline.query.figures.ReferenceEntries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a new installation needs before its figures mean something, and how far it has come. */
@Component
public final class FirstSteps {
    private final Installation installation;
    private final @Nullable Accounts accounts;
    private final RecordingClock clock;
    private final ReferenceEntries entries;
    private final JdbcClient jdbc;

    /** @param accounts null in a program that nobody signs in to */
    FirstSteps(
            Installation installation,
            @Nullable Accounts accounts,
            RecordingClock clock,
            ReferenceEntries entries,
            JdbcClient jdbc) {
        this.installation = installation;
        this.accounts = accounts;
        this.clock = clock;
        this.entries = entries;
        this.jdbc = jdbc;
    }

    /** The steps in the order in which they are taken. */
    public enum Step {
        SETTINGS("Agency settings", "Days, school years and deadlines follow from them."),
        ACCOUNTS("Accounts", "Everybody signs in with an account of their own: who did what stays on record."),
        SCHOOLS("Schools", "Every contact happens at a school of the list."),
        OFFICERS(
                "Officers and their assignments",
                "An officer’s account names the officer; the assignment says which school is theirs."),
        AGREEMENT(
                "Agreement in force",
                "It says what is the school’s and what is the police’s. Without one the standard rules measure, and"
                        + " pages say so."),
        STUDENTS(
                "Students’ list",
                "With it an officer finds a student by name or number. Optional: without it, name and number are"
                        + " typed."),
        CONTACT("First contact", "From it on, there is something to review and to count.");

        private final String title;
        private final String why;

        Step(String title, String why) {
            this.title = title;
            this.why = why;
        }

        public String title() {
            return title;
        }

        public String why() {
            return why;
        }
    }

    /**
     * How far a step is.
     *
     * @param state what is there, in words
     */
    public record State(Step step, boolean done, String state) {}

    /** Every step as it stands now. */
    public List<State> all() {
        long schools = installation.schools().size();
        long officers = installation.officers().size();
        long assignments =
                count("select count(distinct officer) from rm.roster_assignment where known_to_index is null");
        long students = count("select count(*) from rm.student_entry");
        long contacts = count("select count(*) from (select 1 from rm.involvement_fact limit 1) one");
        long others = accounts == null
                ? 0
                : accounts.all().stream()
                        .filter(account -> account.role() != AccountRole.SYSADMIN && account.enabled())
                        .count();
        long waiting = accounts == null ? 0 : accounts.waiting().size();
        Optional<String> agreement = agreementInForce();
        return List.of(
                new State(
                        Step.SETTINGS,
                        installation.settings().isPresent(),
                        installation
                                .settings()
                                .map(settings -> "Recorded for " + settings.name() + ".")
                                .orElse("Not recorded yet: until then Chicago time, school years from August 1 and the"
                                        + " Illinois profile hold.")),
                new State(
                        Step.ACCOUNTS,
                        others > 0,
                        (others == 0
                                        ? "Only system administrators can sign in."
                                        : counted(others, "account", "accounts") + " besides system administrators.")
                                + (waiting == 0
                                        ? ""
                                        : " " + counted(waiting, "decision", "decisions")
                                                + " about accounts to be made by a second person.")),
                new State(Step.SCHOOLS, schools > 0, counted(schools, "school", "schools") + " on the list."),
                new State(
                        Step.OFFICERS,
                        officers > 0 && assignments > 0,
                        officers == 0
                                ? "No officers on the list."
                                : counted(officers, "officer", "officers") + ", " + assignments
                                        + " of them assigned to a school."),
                new State(
                        Step.AGREEMENT,
                        agreement.isPresent(),
                        agreement.map(title -> "In force: " + title + ".").orElse("None in force today.")),
                new State(Step.STUDENTS, students > 0, counted(students, "student", "students") + " on the list."),
                new State(
                        Step.CONTACT,
                        contacts > 0,
                        contacts > 0 ? "Contacts have been recorded." : "None recorded yet."));
    }

    /** Titles of the steps that are not done, in order. */
    public List<String> unfinished() {
        return all().stream()
                .filter(one -> !one.done())
                .map(one -> one.step().title())
                .toList();
    }

    private Optional<String> agreementInForce() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        return entries.agreements(Long.MAX_VALUE).stream()
                .filter(term -> !term.from().isAfter(today)
                        && (term.to() == null || !term.to().isBefore(today)))
                .map(AgreementTerm::title)
                .findFirst();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String counted(long count, String one, String many) {
        return count == 0 ? "No " + many : "%,d %s".formatted(count, count == 1 ? one : many);
    }
}
