package brightline.command.imports.oneroster;

import brightline.command.imports.file.Note;
import brightline.command.imports.file.Note.Counted;

/** What is said of a roster as a whole. */
final class OneRosterNotes {
    static final Note GRADES = Note.ofCells("Grades that nobody knows are not stated (users.csv, grades)");

    static final Note DISABLED = new Note(
            "Students whose enabledUser is false stay enrolled, since it says who may sign in and not who is at school",
            Counted.STUDENTS);

    static final Note TO_COME = new Note(
            "Students who begin at their school on a later day are entered and not enrolled yet: send the roster again then",
            Counted.STUDENTS);

    static final Note CLOSED = new Note(
            "Schools that the roster marks tobedeleted are not made, and roles there count as ended", Counted.SCHOOLS);

    static final Note MISSING = new Note(
            "Students of this roster's earlier files are not in this complete one and stay enrolled until somebody decides",
            Counted.STUDENTS);

    static final Note NOBODY_MISSING = Note.ofFile(
            "Nobody counts as missing from this complete file, since lines of users.csv do not say whom they are about");

    static final Note NO_RACE =
            Note.ofFile("Race and ethnicity are not stated, since demographics.csv has not all of their columns");

    static final Note OTHER_NUMBER = new Note(
            "Students stand under another number than in this roster's earlier files: the rest of their lines is taken, and the entry"
                    + " keeps its number until the new one is recorded under Names and numbers",
            Counted.STUDENTS);

    private OneRosterNotes() {}

    static Note unreadable(OneRosterFile file, String column) {
        return Note.ofCells("Cells that cannot be read are not stated (" + file.fileName() + ", " + column + ")");
    }

    static Note cut(OneRosterFile file, String column, int longest) {
        return Note.ofCells("Names are cut after " + longest + " characters (" + file.fileName() + ", " + column + ")");
    }
}
