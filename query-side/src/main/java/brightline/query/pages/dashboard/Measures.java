package brightline.query.pages.dashboard;

import brightline.query.pages.dashboard.Figure.Definition;
import java.util.List;
import java.util.Objects;

/** The measures' definitions in plain sentences, as figures and the page How we count print them. */
public final class Measures {
    /** Of all definitions here. */
    public static final int EDITION = 5;

    private static final String OURS = "Definitions ours, after the sources named on How we count";

    public static final Definition M2A = new Definition(
            "M2a",
            "School discipline handled by police",
            "Of 100 contacts about misconduct in which an officer was present, acted or handed the matter back: those in which the"
                    + " officer gave or enforced school discipline, or used police powers, a citation or an arrest on a school rule or"
                    + " a public-order offense while nobody was in immediate danger, or cited or arrested for such a matter once the"
                    + " danger was met.",
            List.of("R02", "R12", "R13", "R14"),
            OURS);
    public static final Definition M2B = new Definition(
            "M2b",
            "With talk at staff’s request",
            "The same, and with it the contacts in which staff asked, nobody was in immediate danger, and the officer only talked to"
                    + " the student about a school rule or a public-order offense.",
            List.of("R02", "R12", "R13", "R14", "R15"),
            OURS);
    public static final Definition M2C = new Definition(
            "M2c",
            "Staff requests turned over",
            "Of 100 contacts that school staff asked for over a school rule or a public-order offense: those the officer turned over"
                    + " to school administration.",
            List.of("R08"),
            OURS);
    public static final Definition M2D = new Definition(
            "M2d",
            "Facts missing",
            "Of 100 contacts that are counted or wait to be: those that wait because nobody stated a fact the rules need; above 5 of"
                    + " 100 the other shares may look better than they are.",
            List.of("R02A", "R03", "R05", "R09", "R09I"),
            OURS);
    public static final Definition M1A = new Definition(
            "M1a",
            "Alternative instead of arrest",
            "Of 100 decisions about a student in which the officer recorded that an arrest or citation was lawfully possible and the"
                    + " outcome is known: those closed with an alternative and without any arrest or citation in any entry of the"
                    + " incident. Where nobody recorded whether one was possible, the decision is left out, and how many these are"
                    + " of all with conduct of level 2 to 4 is told. A decision several officers had a part in counts once, and by"
                    + " officer or assignment once for each, whether one of them is chosen or all are listed. Recorded arrests and"
                    + " citations are told apart, of students in any part and whether there was a choice or not.",
            List.of(),
            OURS);
    public static final Definition M1B = new Definition(
            "M1b",
            "Arrested, then diverted",
            "Of 100 such decisions that ended in an arrest or a citation, in whichever entry: those the department then settled without a petition to a"
                    + " court, as far as is known: by an adjustment, at an intervention center, or by a warning, counseling, a"
                    + " referral or handing the student back. An alternative that fails later does not change it; a petition that is"
                    + " recorded later does, and the arrest stays one.",
            List.of(),
            OURS);
    public static final Definition M1C = new Definition(
            "M1c",
            "Kept out of court",
            "Of 100 such decisions with a known outcome: those closed with an alternative, or diverted after the arrest.",
            List.of(),
            OURS);
    public static final Definition M1D = new Definition(
            "M1d",
            "Completed alternatives",
            "Of 100 alternatives that ended: those the student completed; alternatives still running, or of unknown outcome, are left"
                    + " out. One that a breach ended was not completed.",
            List.of(),
            OURS);
    public static final Definition M7 = new Definition(
            "M7",
            "Fair comparison",
            "Each school, or each officer across schools, beside what would be expected of its contacts, with the limits chance leaves"
                    + " open; never a ranking. Fewer than 10 contacts have no limits and no part in what follows. Where all the others"
                    + " together differ by more than chance would have it 19 times of 20, the limits are widened, away from what is"
                    + " expected and, below 50 contacts, to the next whole contact; a flag that only the widening removes is told."
                    + " Numbers are reckoned in decimals, and a tie is rounded up.",
            List.of(),
            OURS);
    public static final Definition M8 = new Definition(
            "M8",
            "Officers’ roster",
            "Of 100 assignments in force on a day: those nobody has confirmed for more than 30 days; one that was never confirmed counts"
                    + " from its first day, and how many were never confirmed is told beside it. Of 100 contacts on school grounds whose"
                    + " officer is named: those by an officer with no assignment to that school on that day. Of 100 entries on the"
                    + " latest lists of the department and of the schools: those on both; while one side has sent no list, there is no such"
                    + " figure.",
            List.of(),
            OURS);
    public static final Definition M9 = new Definition(
            "M9",
            "Training",
            "Of 100 officers with an assignment on a day, whatever it is: those whose every required training holds on it.",
            List.of(),
            OURS);
    public static final Definition M10 = new Definition(
            "M10",
            "De-escalation",
            "Of 100 contacts with immediate danger or an agitated student, whatever the student’s part in it, in which calming was"
                    + " possible: those in which the officer tried, and those in which it was enough: nothing beyond talk, no force,"
                    + " nobody hurt, the student not arrested in any entry of the incident, and the last step told did not fail.",
            List.of(),
            OURS);
    public static final Definition M11 = new Definition(
            "M11",
            "Small numbers",
            "Counts below the agency’s threshold are marked here and do not leave the room.",
            List.of(),
            OURS);
    public static final Definition M12 = new Definition(
            "M12",
            "Lateness",
            "How many hours passed from what happened to its first record, of whomever it is about, student or not, and how many of 100"
                    + " records took longer than the agency allows. Hours are rounded once, at the end. Of a contact entered twice the"
                    + " entry recorded first counts, with the time it says; a complaint about either entry is one about the contact.",
            List.of(),
            OURS);
    public static final Definition M13 = new Definition(
            "M13",
            "Parent notification",
            "Of 100 students under 18 whom the matter was about, who were held - that is any use of police powers or any enforcement -"
                    + " and questioned at school in school hours, with no exemption claimed: those whose parent was tried before the questions began and who had a"
                    + " parent or another listed adult beside them. Told by several officers it counts once, and as done right only where"
                    + " all of them have it so. Where an officer questioned and nothing of it is recorded, that is told beside it as"
                    + " missing, never as done right, and the case carries a flag.",
            List.of(),
            OURS);
    public static final Definition M14 = new Definition(
            "M14",
            "Open outcomes",
            "Of 100 alternatives, those declined and those not used left out: those still open more than 30 days after they were"
                    + " offered, accepted or begun, whichever came last. An outcome given up as unknown is told apart: completed, failed,"
                    + " unknown and open add up.",
            List.of(),
            OURS);
    public static final Definition NOT_STATED = new Definition(
            "Not stated",
            "Not stated",
            "Nobody recorded the fact; that is never counted as “no” and never as zero.",
            List.of(),
            null);
    public static final Definition LINE_CHANGES = new Definition(
            "Line",
            "Unticked after the line",
            "Contacts in which an action that was ticked when the officer was shown the line was unticked later, before it was"
                    + " recorded, told under the officer who recorded it; a supervisor’s count and never a finding by itself, for a"
                    + " hand slips and a record is put right.",
            List.of(),
            OURS);
    public static final Definition INTERVAL = new Definition(
            "Interval",
            "95% interval",
            "A range around the share, drawn by Wilson’s method so that 95 of 100 such ranges hold the lasting share; with few"
                    + " contacts it is wide, and two shares whose ranges overlap may not differ at all.",
            List.of(),
            null);

    /** What the front page rests on. */
    public static final List<Definition> FRONT = List.of(M2A, M1A, INTERVAL);

    /** All measures, in the order of How we count. */
    public static final List<Definition> ALL =
            List.of(M2A, M2B, M2C, M2D, M1A, M1B, M1C, M1D, M7, M8, M9, M10, M11, M12, M13, M14);

    private Measures() {}

    /** Where these definitions come from, each source once; none for plain arithmetic. */
    public static List<String> sources(List<Definition> definitions) {
        return definitions.stream()
                .map(Definition::source)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
