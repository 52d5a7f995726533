package brightline.query.pages.dashboard;

import brightline.query.pages.dashboard.Figure.Definition;
import java.util.List;

/** The measures' definitions, each one plain sentence, as figures and the page How we count print them. */
public final class Measures {
    /** Of all definitions here. */
    public static final int EDITION = 3;

    private static final String OURS = "Definition ours, after the sources named on How we count";

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
                    + " outcome is known: those closed with an alternative and without any arrest or citation in any entry of the incident.",
            List.of(),
            OURS);
    public static final Definition M1B = new Definition(
            "M1b",
            "Arrested, then diverted",
            "Of 100 such decisions that ended in an arrest or a citation, in whichever entry: those the department then settled without a petition to a"
                    + " court, as far as is known: by an adjustment, at an intervention center, or by a warning, counseling, a"
                    + " referral or handing the student back. An alternative that fails later does not change it.",
            List.of(),
            OURS);
    public static final Definition M1C = new Definition(
            "M1c",
            "Kept out of court",
            "Of 100 such decisions with a known outcome: those closed with an alternative, or diverted after the arrest.",
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

    /** The measures of the pages on figures, in their order. */
    public static final List<Definition> ALL = List.of(M2A, M2B, M2C, M2D, M1A, M1B, M1C);

    private Measures() {}
}
