package brightline.query.pages.dashboard;

import brightline.query.pages.dashboard.Figure.Definition;

/** The measures' definitions as the dashboard prints them beside their figures. */
final class Measures {

    static final Definition M2A = new Definition(
            "M2a",
            "Routine discipline, strict",
            "Involvements of class ROUTINE_DISCIPLINE, divided by all involvements with a student as subject that have a"
                    + " class (ROUTINE_DISCIPLINE, its low form, DECLINED, SAFETY_RESPONSE, LAW_ENFORCEMENT, its form"
                    + " with a choice, NOT_ROUTINE). One involvement is one officer with one student in one incident.");
    static final Definition M2B = new Definition(
            "M2b",
            "Routine discipline, broad",
            "As M2a, with ROUTINE_DISCIPLINE_LOW counted too: staff asked an officer to correct a student, and the"
                    + " officer only talked.");
    static final Definition M2C = new Definition(
            "M2c",
            "Staff requests declined",
            "Involvements that staff asked for and the officer gave back to the school, divided by all involvements of"
                    + " tier 1 or 2 that staff asked for.");
    static final Definition M2D = new Definition(
            "M2d",
            "Review backlog",
            "Involvements that need a review because a fact is missing, divided by those and all that have a class."
                    + " Above 5 percent the routine share carries a warning.");
    static final Definition M1A = new Definition(
            "M1a",
            "Avoidance",
            "P ÷ (P + A): of the eligible involvements that were decided, those closed with an alternative and no arrest"
                    + " recorded. Eligible: the student was the subject, the conduct is of tier 2 to 4, and the officer"
                    + " recorded that an arrest or citation was lawfully possible. Warrants are out.");
    static final Definition M1B = new Definition(
            "M1b",
            "Diversion after arrest",
            "S ÷ A: of the arrests, physical or on paper, those then settled without a petition.");
    static final Definition M1C = new Definition(
            "M1c", "Kept out of court", "(P + S) ÷ (P + A). Undecided and unknown outcomes are in none of the three.");
    static final Definition INTERVAL = new Definition(
            "Interval",
            "95 percent interval",
            "Wilson score interval for one proportion. Two shares whose intervals overlap widely may not differ at all;"
                    + " with few contacts the interval is wide.");

    private Measures() {}
}
