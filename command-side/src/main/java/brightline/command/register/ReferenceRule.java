package brightline.command.register;

import brightline.command.submission.Rule;

/** What can refuse a command about schools, officers, students and agreements. The rules are ours. */
public enum ReferenceRule implements Rule {
    /** The agency's own stream bears that name, or it stands for those who go to no school of the district. */
    SCHOOL_CODE_RESERVED(
            "This school code is taken by the program itself", "Take the code the district or state gives the school."),
    SCHOOL_UNKNOWN("No school has this code", "Register the school first."),
    /** A code leads to one school for ever: files and records of other days name it. */
    SCHOOL_CODE_TAKEN(
            "This code is another school's, or was",
            "Look the code up. If it was entered wrong for the other school, record that school's right code first, without a day."),
    /** An officer's id names one person for ever: what is otherwise since then is a change, and no other registration. */
    OFFICER_REGISTERED_DIFFERENTLY(
            "The officer is registered with other particulars",
            "Record the new name, star or capacity as a change, or register another officer."),
    OFFICER_UNKNOWN("No officer has this id", "Register the officer first."),
    STAR_NUMBER_TAKEN(
            "Another officer wears this star then",
            "Look the star up: if that officer gave it up, record first on which day it was worn last."),
    /** An officer serves one school once on a day; several schools on a day are allowed. */
    ASSIGNMENTS_OVERLAP(
            "The officer already serves this school then", "End the earlier assignment before the new one starts."),
    ASSIGNMENT_NOT_OPEN("The officer has no open assignment at this school", "Look up the officer's assignments."),
    ENDS_BEFORE_IT_BEGINS("The last day is before the first", "Give a last day that is not before the first."),
    STUDENT_UNKNOWN("No student has this id", "Enter the student first."),
    /** One number leads to one student: were it given to another, the two would be mixed. */
    STUDENT_NUMBER_TAKEN(
            "Another student is known under this number",
            "Look the number up: if both are the same child, join the two entries. If the number was given to another child, record first"
                    + " that it is no longer the first one's."),
    NUMBER_NOT_OF_STUDENT("The number does not lead to this student", "Look the number up."),
    STUDENT_JOINED(
            "The student was joined with another, and this entry rests",
            "Look up the entry it was joined with, or part the two first."),
    /** One of those who would be one is somebody else already, or somebody else is. */
    STUDENT_JOINED_OTHERWISE(
            "One of the two is joined with somebody else already",
            "Part those two first, or take back what was decided about them under Names and numbers; then say this again."),
    STUDENT_WITHOUT_ENTRY(
            "The student to join with does not stand in the list",
            "Enter that student, or find these to be two; only an entry there is can be kept."),
    STUDENT_NOT_JOINED("These two are not joined", "Look both numbers up."),
    /** A number that several students have is no answer to who is meant. */
    NUMBER_OF_SEVERAL_STUDENTS(
            "Several students have this number",
            "State the student's name and birth date, which tell them apart, or name the entry that is meant. Whether they are one child"
                    + " is decided under Names and numbers."),
    STUDENT_JOINED_WITH_SELF("Both numbers lead to one entry already", "Look both numbers up."),
    /** Two contacts of one incident are of two people: one of them has to be corrected first. */
    STUDENTS_MET_IN_ONE_INCIDENT(
            "Both were part of one incident, so they are two children, or one contact was entered twice",
            "Look at that incident: void the contact that was entered twice, then join the entries."),
    STUDENT_REGISTERED_DIFFERENTLY(
            "The student number is registered with other particulars",
            "Check the number: the record under it says otherwise. Where another child has the number too, say that it is another person."),
    AGREEMENT_UNKNOWN("No agreement has this id", "Draft the agreement first."),
    AGREEMENT_DRAFTED_DIFFERENTLY("The agreement is drafted with other particulars", "Draft it as another agreement."),
    AGREEMENT_NOT_IN_FORCE("The agreement binds on no day after that", "Look up the days on which it binds."),
    /** A contact is read under one rule set: on no day may two agreements bind. */
    AGREEMENTS_OVERLAP(
            "Another agreement is in force on one of these days",
            "End the agreement in force before the new one begins.");

    private final Words words;

    ReferenceRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
