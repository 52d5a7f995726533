package brightline.query.pages;

import brightline.edge.access.AccountRole;
import brightline.events.code.CodeLists;
import brightline.query.pages.cases.CaseListPage;
import brightline.query.pages.cases.CasePage;
import brightline.query.pages.counting.HowWeCountPage;
import brightline.query.pages.dashboard.ArrestCharts;
import brightline.query.pages.dashboard.DashboardPage;
import brightline.query.pages.dashboard.Figure;
import brightline.query.pages.dashboard.Headline;
import brightline.query.pages.dashboard.Question;
import brightline.query.pages.dashboard.RoutineCharts;
import brightline.query.pages.entry.EntryLists;
import brightline.query.pages.entry.EntryPage;
import brightline.query.pages.names.NamesPage;
import brightline.query.pages.operations.AccountPage;
import brightline.query.pages.operations.AccountsPage;
import brightline.query.pages.operations.CarePage;
import brightline.query.pages.operations.ImportPage;
import brightline.query.pages.operations.ImportsPage;
import brightline.query.pages.operations.ReplayPage;
import brightline.query.pages.operations.ReplaysPage;
import brightline.query.pages.operations.SettingsPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented contents for every page, by the template's name and a variant. */
final class Samples {

    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Shell.Csrf CSRF = new Shell.Csrf("X-CSRF-TOKEN", "_csrf", "a-token");
    private static final List<Choice> SCHOOLS = choices(
            "MAR",
            "Marlow High School",
            "QUI",
            "Quillfeather High School",
            "ORC",
            "Orchard Row High School",
            "LAK",
            "Lakebend Elementary");

    private Samples() {}

    /** Pages by name; a name with a slash is a variant of the template before it. */
    static Map<String, Map<String, Object>> pages() {
        Map<String, Map<String, Object>> pages = new LinkedHashMap<>();
        pages.put("sign-in", open(new SignInPage(false, false, false, false)));
        pages.put("sign-in/failed", open(new SignInPage(true, false, false, false)));
        pages.put("sign-in/expired", open(new SignInPage(false, false, true, false)));
        pages.put("sign-in-code", open(new SignInCodePage(false, false)));
        pages.put("sign-in-code/wrong", open(new SignInCodePage(true, true)));
        var offer = new SecondFactorPage.Offer(QrCode.of("otpauth://totp/Brightline:r.okafor"), "ABCD EFGH");
        pages.put("second-factor", in("/second-factor", new SecondFactorPage(true, offer, List.of(), null, false)));
        pages.put("second-factor/wrong", in("/second-factor", new SecondFactorPage(true, offer, List.of(), 9, true)));
        pages.put(
                "second-factor/codes",
                in("/second-factor", new SecondFactorPage(true, null, List.of("abcde-fghjk"), 10, false)));
        pages.put("second-factor/set", in("/second-factor", new SecondFactorPage(true, null, List.of(), 1, false)));
        for (ConfirmPage.Told told : ConfirmPage.Told.values()) {
            pages.put(
                    "confirm-it-is-you/" + told.name(),
                    in("/confirm-it-is-you", new ConfirmPage(told == ConfirmPage.Told.WRONG, true, told)));
        }
        pages.put("start", in("/", new StartPage(List.of(Rooms.values()), List.of(), true, List.of())));
        pages.put("start/clerk", in("/", StartPage.of(AccountRole.CLERK, false, List.of())));
        pages.put("start/first", in("/", StartPage.of(AccountRole.SYSADMIN, true, List.of("Accounts", "Schools"))));
        pages.put("first-steps", in("/first-steps", firstSteps(true)));
        pages.put("first-steps/coordinator", in("/first-steps", firstSteps(false)));
        pages.put("accounts", in("/accounts", accounts()));
        pages.put("account", in("/accounts/00000000-0000-0000-0000-000000000001", account(false)));
        pages.put("account/own", in("/accounts/00000000-0000-0000-0000-000000000001", account(true)));
        pages.put("entry", in("/entry", entry()));
        pages.put("dashboard", in("/dashboard", dashboard()));
        pages.put("dashboard/empty", in("/dashboard", emptyDashboard()));
        pages.put(
                "dashboard/wrong",
                in(
                        "/dashboard",
                        DashboardPage.without(
                                List.of(Question.values()),
                                null,
                                filters(Map.of(
                                        "asKnownOn", TypedMoment.NONE, "school", "No such school is on record.")),
                                null)));
        pages.put("figure", in("/dashboard/routine", question()));
        pages.put("how-we-count", in("/how-we-count", HowWeCountPage.on(LocalDate.of(2026, 3, 2))));
        pages.put("cases", in("/cases", caseList()));
        pages.put(
                "cases/empty",
                in(
                        "/cases",
                        new CaseListPage(
                                false,
                                "BL-2026-99999",
                                "",
                                "",
                                SCHOOLS,
                                List.of(),
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of(),
                                null)));
        pages.put("case", in("/cases/1", aCase(1, false)));
        pages.put("case/earlier", in("/cases/1", aCase(0, false)));
        pages.put("case/unknown", in("/cases/1", aCase(-1, false)));
        pages.put("case/editing", in("/cases/1", aCase(1, true)));
        pages.put("names", in("/names", names()));
        pages.put("imports", in("/imports", imports()));
        pages.put("import", in("/imports/1", anImport()));
        pages.put("replays", in("/replays", replays()));
        pages.put("replay", in("/replays/1", replay("COMPARED", true)));
        pages.put("care", in("/care", care()));
        pages.put("care/empty", in("/care", new CarePage(true, List.of(), List.of(), List.of(), List.of(), null)));
        pages.put("replay/running", in("/replays/1", replay("RUNNING", false)));
        pages.put("settings", in("/settings", settings(3L)));
        pages.put("settings/first", in("/settings", settings(null)));
        for (String error : List.of("error/403", "error/404", "error/429", "error/4xx", "error/5xx")) {
            pages.put(error, Map.of());
        }
        return pages;
    }

    private static NamesPage names() {
        String reyes = "00000000-0000-4000-8000-000000000001";
        NamesPage.Clash clash = new NamesPage.Clash(
                1,
                reyes,
                7,
                new Moment(Instant.parse("2026-03-02T16:15:00Z"), ZoneId.of("America/Chicago")),
                "A roster",
                reyes,
                null,
                true);
        return new NamesPage(
                List.of(clash),
                51,
                List.of(),
                true,
                7L,
                new NamesPage.Pair(
                        clash,
                        0,
                        List.of(
                                new NamesPage.Line("Student number", "S-77", "S-77", false),
                                new NamesPage.Line("Last name", "Quill", "Vale", true),
                                new NamesPage.Line("School", "Not recorded", "Marlow High School", false))),
                Choice.select(choices(reyes, "A. Reyes (5120)"), reyes),
                new NamesPage.OfficerCard(
                        reyes,
                        "A. Reyes",
                        List.of(
                                new NamesPage.Worn("4711", "from the beginning until 2026-09-14"),
                                new NamesPage.Worn("5120", "from 2026-09-15")),
                        true),
                Choice.select(choices("MAR", "Marlow High School"), "MAR"),
                new NamesPage.SchoolCard(
                        "MAR",
                        "Marlow High School",
                        List.of(
                                new NamesPage.Worn("MAR", "from the beginning until 2026-07-31"),
                                new NamesPage.Worn("0131219", "from 2026-08-01"))),
                choices("CHANGED", "It is another since then"),
                choices("DOUBLE_ENTRY", "Entered twice"),
                choices("SCHOOL_REPORT", "The school reported it"));
    }

    private static Map<String, Object> open(Object page) {
        return Map.of("shell", Shell.open("Marlow Police Department", CSRF, List.of()), "page", page);
    }

    private static Map<String, Object> in(String path, Object page) {
        // The supervisor's navigation with every room, so that the widest header is looked at.
        List<Shell.Place> everywhere = Arrays.stream(Rooms.values())
                .map(room -> new Shell.Place(room.label(), room.path(), path.startsWith(room.path())))
                .toList();
        Shell shell = new Shell(
                "Marlow Police Department",
                new Shell.Reader("adeyemi", "Supervisor"),
                everywhere,
                CSRF,
                List.of(),
                List.of(
                        "Demonstration: recorded times come from a simulation clock, which stands at Jun 12, 2026, 9:00 a.m."));
        return Map.of("shell", shell, "page", page);
    }

    private static EntryPage entry() {
        return EntryPage.at(
                CHICAGO,
                LocalDateTime.of(2026, 3, 2, 10, 15),
                Choice.select(SCHOOLS, "MAR"),
                List.of(),
                EntryLists.validOn(CodeLists.standard(), LocalDate.of(2026, 3, 2), "illinois"),
                new EntryPage.Reader(true, true, true, false),
                false);
    }

    private static DashboardPage dashboard() {
        return new DashboardPage(
                List.of(Question.values()),
                null,
                filters(Map.of()),
                null,
                view(476),
                headline(),
                List.of(
                        new DashboardPage.Card(
                                Question.ROUTINE,
                                "/dashboard/routine",
                                "Lower than before.",
                                routine().charts().getFirst().svg(),
                                List.of(),
                                true),
                        new DashboardPage.Card(
                                Question.MISSING,
                                "/dashboard/missing",
                                "13 contacts wait for a fact the rules need, of 476.",
                                "",
                                List.of(new DashboardPage.Line("Race not stated", "43 of 476")),
                                false)),
                List.of());
    }

    private static DashboardPage question() {
        Map<YearMonth, RoutineCharts.Shares> few = new LinkedHashMap<>();
        few.put(YearMonth.of(2025, 9), shares(1, 1, 1, 0));
        few.put(YearMonth.of(2025, 10), shares(0, 1, 4, 1));
        Map<String, Map<YearMonth, RoutineCharts.Shares>> schools = new LinkedHashMap<>();
        schools.put("Marlow High School", months());
        schools.put("Lakebend Elementary", few);
        Map<String, RoutineCharts.Shares> initiators = new LinkedHashMap<>();
        initiators.put("Asked by school staff", shares(48, 70, 210, 4));
        initiators.put("Officer saw", shares(14, 20, 190, 6));
        initiators.put("Dispatched", shares(4, 5, 76, 1));
        initiators.put("Not stated", shares(0, 0, 0, 9));
        Map<String, ArrestCharts.Decisions> decisions = new LinkedHashMap<>();
        decisions.put("Marlow High School", decisions(21, 15, 6, 3, 1));
        decisions.put("Quillfeather High School", decisions(9, 4, 1, 0, 6));
        decisions.put("Lakebend Elementary", decisions(0, 0, 0, 0, 0));
        List<Figure> figures = List.of(
                routine(),
                RoutineCharts.bySchoolAndMonth(schools, 10),
                RoutineCharts.byGroup(
                        "by-start",
                        "By how the contact started",
                        "How much of it did school staff ask for?",
                        "How it started",
                        initiators,
                        10,
                        name -> "/cases?school=MAR"),
                ArrestCharts.instead("School", decisions, 10),
                ArrestCharts.after("School", decisions, 10));
        return new DashboardPage(
                List.of(Question.values()),
                Question.ROUTINE,
                filters(Map.of()),
                null,
                view(476),
                headline(),
                List.of(),
                figures.stream()
                        .map(figure -> new DashboardPage.Shown(
                                figure, "/dashboard/routine/" + figure.id() + ".csv", figure.definitions()))
                        .toList());
    }

    private static Map<YearMonth, RoutineCharts.Shares> months() {
        Map<YearMonth, RoutineCharts.Shares> months = new LinkedHashMap<>();
        long[][] counts = {{12, 60}, {14, 66}, {9, 52}, {0, 0}, {11, 58}, {8, 61}, {1, 3}, {5, 63}, {3, 59}};
        YearMonth month = YearMonth.of(2025, 9);
        for (long[] count : counts) {
            months.put(month, shares(count[0], Math.min(count[1], count[0] + 5), count[1], 2));
            month = month.plusMonths(1);
        }
        return months;
    }

    private static Figure routine() {
        return RoutineCharts.byMonth(months(), List.of(), 10);
    }

    private static Headline headline() {
        return new Headline(
                null,
                "Since the agreement of Aug 1, 2025: in 15 of 100 contacts (12 to 18) the recorded facts fit our definition of"
                        + " school discipline handled by police.",
                "70 of 476 contacts, counted once per officer (rule set 1; 17 more contacts lack facts).",
                "In the school year before it: 22 of 100 (19 to 25), 217 of 987 contacts. A comparison, not a cause.",
                null);
    }

    private static DashboardPage emptyDashboard() {
        return new DashboardPage(
                List.of(Question.values()), null, filters(Map.of()), null, view(0), headline(), List.of(), List.of());
    }

    private static DashboardPage.Filters filters(Map<String, String> errors) {
        return new DashboardPage.Filters(
                "2025-08-01",
                "2026-07-31",
                "",
                SCHOOLS,
                List.of(
                        new DashboardPage.Select(
                                "officerCapacity",
                                "Assignment that day",
                                Choice.select(
                                        choices("SRO", "School resource officer", "NOT_STATED", "Not stated"), "SRO")),
                        new DashboardPage.Select("ruleSet", "Rules", choices("1", "Rule set 1", "2", "Rule set 2"))),
                Map.of("homeSchool", "MAR"),
                errors);
    }

    private static DashboardPage.View view(long contacts) {
        return new DashboardPage.View(
                "Contacts of school resource officers at all schools, since the agreement of Aug 1, 2025, as known now.",
                "862 contacts are not in this view: 787 assignment that day not stated, 75 patrol officer.",
                "/dashboard?officerCapacity=ALL",
                "As known now, up to event 3,912 of the record",
                List.of("120 imported contacts rest on the assumption that nobody was in immediate danger."),
                new DashboardPage.Counts(contacts - contacts / 6, contacts, contacts * 4 / 5),
                "http://localhost/dashboard",
                "Mar 2, 2026, 10:15 a.m.",
                true);
    }

    private static RoutineCharts.Shares shares(long strict, long broad, long all, long waiting) {
        return new RoutineCharts.Shares(
                share(strict, all), share(broad, all), share(strict / 2, all / 2), share(waiting, all + waiting));
    }

    private static ArrestCharts.Decisions decisions(long p, long a, long s, long u, long missing) {
        return new ArrestCharts.Decisions(
                p, a, s, u, share(p, p + a), share(s, a), share(p + s, p + a), share(missing, p + a + u + missing));
    }

    /** A share with its Wilson interval, z 1.959964. */
    static Share share(long numerator, long denominator) {
        if (denominator == 0) {
            return new Share(numerator, 0, null, null, null);
        }
        double z = 1.959964;
        double p = (double) numerator / denominator;
        double middle = p + z * z / (2 * denominator);
        double half = z * Math.sqrt(p * (1 - p) / denominator + z * z / (4.0 * denominator * denominator));
        double scale = 1 + z * z / denominator;
        return new Share(
                numerator, denominator, p, Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
    }

    private static CaseListPage caseList() {
        return new CaseListPage(
                false,
                "",
                "",
                "",
                SCHOOLS,
                ClassWords.choices(),
                choices("CORRECTED", "corrected", "LATE", "logged late"),
                List.of(new CaseListPage.Carried("initiator", "OFFICER", "how it started: Officer saw")),
                Map.of(),
                List.of(
                        new CaseListPage.Row(
                                "1",
                                "BL-2026-00123",
                                at("2026-03-02T16:15:00Z"),
                                "Marlow High School",
                                "Phone or device (1-8)",
                                "About this student",
                                "No action",
                                ClassWords.of("ROUTINE_DISCIPLINE"),
                                List.of("corrected", "logged late")),
                        new CaseListPage.Row(
                                "2",
                                "BL-2026-00122",
                                at("2026-02-27T18:06:00Z"),
                                "Marlow High School",
                                "Not stated",
                                "Witness",
                                "Not stated",
                                ClassWords.of("SAFETY_RESPONSE"),
                                List.of())),
                "/cases?after=2");
    }

    private static CasePage aCase(int current, boolean editing) {
        CasePage.Event opened = new CasePage.Event(
                901,
                "Incident BL-2026-00123 was recorded at Marlow High School, place: Cafeteria.",
                "incident.opened",
                "adeyemi",
                at("2026-03-02T16:15:00Z"),
                at("2026-03-02T16:21:07Z"));
        CasePage.Event corrected = new CasePage.Event(
                940,
                "What the student did was corrected to: Dangerous object (4-12).",
                "interaction.corrected",
                "sergeant",
                null,
                at("2026-03-02T18:40:55Z"));
        List<CasePage.Step> steps = List.of(
                new CasePage.Step(
                        1,
                        "The contact was logged",
                        "adeyemi",
                        opened.recordedAt(),
                        opened.happened(),
                        "6 min after it happened",
                        true,
                        List.of(opened.what()),
                        List.of(),
                        List.of(opened)),
                new CasePage.Step(
                        2,
                        "Corrected: what the student did",
                        "sergeant",
                        corrected.recordedAt(),
                        null,
                        "2 h 19 min after step 1",
                        false,
                        List.of("Reason: Wrong code chosen; found by: Review by a supervisor."),
                        List.of(
                                new CasePage.Change("What the student did", "Firearm (6-1)", "Dangerous object (4-12)"),
                                new CasePage.Change("Force or restraint", "Handcuffs", null)),
                        List.of(corrected)));
        List<CasePage.Fact> facts = current < 0
                ? List.of()
                : List.of(
                        new CasePage.Fact(
                                "School", "Marlow High School", null, List.of(new CasePage.Source(901, 1)), false),
                        new CasePage.Fact(
                                "What the student did",
                                "Dangerous object (4-12)",
                                "Firearm (6-1)",
                                List.of(new CasePage.Source(940, 2)),
                                true),
                        new CasePage.Fact(
                                "Force or restraint", null, "Handcuffs", List.of(new CasePage.Source(940, 2)), true));
        return new CasePage(
                "1",
                "BL-2026-00123",
                "student 1 of 2 · Marlow High School",
                "Changed once, by sergeant, 2 h 19 min after it was logged.",
                "It was first read as: Serious or reportable offense.",
                steps,
                current,
                current == 1,
                at(current == 1 ? "2026-03-02T18:40:55Z" : "2026-03-02T16:21:07Z"),
                "Mar 2, 2026",
                "1",
                null,
                facts,
                List.of("how it ended", "force or restraint"),
                current < 0
                        ? List.of()
                        : List.of(
                                new CasePage.Classed(
                                        "Officer Adeyemi",
                                        "Offense, officer discretion",
                                        "R11",
                                        RuleWords.of("R11"),
                                        "Serious or reportable offense",
                                        "R07",
                                        "Handcuffs or other restraint"),
                                new CasePage.Classed(
                                        "Officer Castellane",
                                        "Presence or talk only",
                                        "R16",
                                        RuleWords.of("R16"),
                                        null,
                                        null,
                                        null)),
                "No agreement was in force on that day: the standard rules (rule set 1) read this case.",
                null,
                List.of("Events of this case that could not be read and may be missing here: 2."),
                choices("2", "Student 2 of 2"),
                editing
                        ? new CasePage.Editing(
                                4,
                                "7",
                                0,
                                true,
                                false,
                                "You see this because your role may correct every contact.",
                                "{\"zone\":\"America/Chicago\",\"actions\":[]}",
                                Map.of("initiator", choices("OFFICER", "Officer saw")))
                        : null);
    }

    private static ImportsPage imports() {
        return new ImportsPage(CHICAGO.getId());
    }

    private static ImportPage anImport() {
        return new ImportPage(
                "1",
                CHICAGO.getId(),
                List.of(new ImportPage.Place(
                        "CONTACTS",
                        List.of(
                                new ImportPage.Way("Figures", "/dashboard", "the contacts count here"),
                                new ImportPage.Way("Cases", null, "each contact is a case here")))));
    }

    private static CarePage care() {
        return new CarePage(
                true,
                List.of(new CarePage.Missing("Timelines of cases", 2, 4, 1)),
                List.of(
                        new CarePage.Parked(
                                1,
                                "Timelines of cases",
                                "timeline",
                                "01890a5d-ac96-774b-bcce-b302099a8057",
                                "interaction.corrected",
                                4711,
                                at("2026-06-01T14:00:00Z"),
                                "IllegalStateException",
                                2,
                                "Asked to try again by sysadmin, Jun 1, 2026, 9:10 a.m.: it could still not be counted"),
                        new CarePage.Parked(
                                2,
                                "Timelines of cases",
                                "timeline",
                                "01890a5d-ac96-774b-bcce-b302099a8058",
                                "incident.opened",
                                4698,
                                at("2026-06-01T13:00:00Z"),
                                "IllegalStateException",
                                0,
                                null)),
                List.of(new CarePage.Discarded(
                        "Timelines of cases",
                        "interaction.corrected",
                        1204,
                        at("2026-05-02T14:00:00Z"),
                        "IllegalStateException",
                        "What it says was recorded again",
                        "sysadmin")),
                List.of(Choice.of("MALFORMED", "The event is malformed and stays so")),
                "NDY5OHx0aW1lbGluZQ");
    }

    private static ReplaysPage replays() {
        ReplaysPage.Earlier waiting = new ReplaysPage.Earlier(
                "1",
                at("2026-06-01T14:00:00Z"),
                "sysadmin",
                false,
                "Compared, waiting for a decision",
                "",
                "2",
                "It took 25 seconds.");
        return new ReplaysPage(true, waiting, List.of(waiting));
    }

    private static ReplayPage replay(String state, boolean mayAct) {
        boolean compared = state.equals("COMPARED");
        return new ReplayPage(
                "1",
                state,
                compared ? "Compared, waiting for a decision" : "Rebuilding",
                at("2026-06-01T14:00:00Z"),
                "sysadmin",
                compared ? "It took 25 seconds." : "Started 9 seconds ago. About 20 seconds more to read.",
                3912,
                false,
                compared ? 7824 : 2400,
                7824,
                0,
                compared,
                compared
                        ? List.of(
                                new ReplayPage.Figure("Contacts, counted once per officer", "476", "474", false),
                                new ReplayPage.Figure("Contacts with a citation", "12", "12", true))
                        : List.of(),
                compared
                        ? List.of(
                                new ReplayPage.Comparison("Contacts", "facts of contacts", 476, 2),
                                new ReplayPage.Comparison("Timelines of cases", "timeline entry", 3912, 0))
                        : List.of(),
                compared ? List.of(new ReplayPage.Difference("facts of contacts", "8f14")) : List.of(),
                mayAct);
    }

    private static FirstStepsPage firstSteps(boolean sysadmin) {
        return new FirstStepsPage(
                Arrays.stream(FirstSteps.Step.values())
                        .map(step -> new FirstSteps.State(step, step.ordinal() < 2, "As it is."))
                        .toList(),
                sysadmin);
    }

    private static AccountsPage accounts() {
        return new AccountsPage(
                List.of(waiting(false), waiting(true)),
                List.of(
                        account(),
                        new AccountsPage.Line(
                                new UUID(0, 2),
                                "former",
                                "Analyst",
                                "",
                                "",
                                "",
                                "Closed: what is stored of it is damaged. Make the person another account.",
                                false,
                                true,
                                false,
                                false,
                                List.of())),
                choices("sro", "Officer", "analyst", "Analyst"),
                SCHOOLS,
                choices("1", "Adeyemi (4100)"));
    }

    private static AccountsPage.Waiting waiting(boolean alone) {
        return new AccountsPage.Waiting(
                new UUID(0, 3),
                "records",
                "Records clerk; schools MAR, QUI; unit REC-2",
                alone ? "" : "Records clerk; school MAR",
                alone,
                "sysadmin",
                at("2026-03-02T10:15:00Z"),
                alone);
    }

    private static AccountsPage.Line account() {
        return new AccountsPage.Line(
                new UUID(0, 1),
                "adeyemi",
                "Officer",
                "Adeyemi (4100)",
                "MAR",
                "SRO-1",
                "Open",
                true,
                false,
                true,
                true,
                List.of(new AccountsPage.Token(
                        new UUID(0, 9), "commands, queries", at("2026-03-02T10:15:00Z"), at("2026-05-31T10:15:00Z"))));
    }

    private static AccountPage account(boolean own) {
        AccountsPage.Line line = account();
        return new AccountPage(
                new AccountsPage.Line(
                        line.id(),
                        line.username(),
                        line.role(),
                        line.officer(),
                        line.schools(),
                        line.unit(),
                        line.state(),
                        true,
                        false,
                        own,
                        true,
                        List.of()),
                own ? List.of() : List.of(waiting(false)),
                line.unit(),
                choices("sro", "Officer", "analyst", "Analyst"),
                SCHOOLS,
                choices("1", "Adeyemi (4100)"),
                own
                        ? List.of()
                        : List.of(
                                new AccountPage.Happened(
                                        at("2026-03-02T10:15:00Z"), "Assigned: Officer; school MAR.", "sysadmin"),
                                new AccountPage.Happened(at("2026-03-02T10:15:00Z"), "The account was made.", "")));
    }

    private static SettingsPage settings(@Nullable Long version) {
        return new SettingsPage(
                version,
                version == null ? "" : "Marlow Police Department",
                Choice.select(
                        choices("America/Chicago", "America/Chicago", "America/Denver", "America/Denver"),
                        "America/Chicago"),
                Choice.select(choices("--07", "July", "--08", "August"), "--08"),
                choices("-01", "1", "-02", "2"),
                choices("illinois", "Illinois", "california", "California"),
                24,
                10,
                choices("DROP", "Nothing", "KEEP", "Statistics"),
                version == null ? List.of() : List.of("IL0990000"),
                "The database’s own clock");
    }

    private static Moment at(String instant) {
        return new Moment(Instant.parse(instant), CHICAGO);
    }

    private static List<Choice> choices(String... valuesAndLabels) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            choices.add(Choice.of(valuesAndLabels[i], valuesAndLabels[i + 1]));
        }
        return List.copyOf(choices);
    }
}
