package brightline.command.imports.file;

/**
 * What is to be said of a file as a whole, added up over all that it concerns. Never what a cell holds: notes are kept in clear and
 * shown to whoever may see the import.
 *
 * @param about a plain sentence without its full stop, which stays true for one and for many
 * @param counted of what there are so many
 */
public record Note(String about, Counted counted) {
    /** What a note counts. */
    public enum Counted {
        /** Nothing: it is said of the file once. */
        FILE("", ""),
        /** Records, in whatever way the format writes them. */
        RECORDS("record", "records"),
        /** Single cells, which cost their records nothing else. */
        CELLS("cell", "cells"),
        /** Students, each once. */
        STUDENTS("student", "students"),
        /** Schools, each once. */
        SCHOOLS("school", "schools");

        private final String one;
        private final String many;

        Counted(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    /** Somebody else under a known number was taken in beside the first. */
    public static final Note KEPT_APART = new Note(
            "Students stand under a number of another student, by name and birth date, and were kept apart: decide under Names and"
                    + " numbers whether they are one child",
            Counted.STUDENTS);

    /** Said of records. */
    public static Note ofRecords(String about) {
        return new Note(about, Counted.RECORDS);
    }

    /** Said of cells. */
    public static Note ofCells(String about) {
        return new Note(about, Counted.CELLS);
    }

    /** Said of the file once, however often it is found. */
    public static Note ofFile(String about) {
        return new Note(about, Counted.FILE);
    }

    /** For people: "Grades that nobody knows are not stated: 3 cells." */
    public String saidOf(long count) {
        return counted == Counted.FILE
                ? about + "."
                : "%s: %,d %s.".formatted(about, count, count == 1 ? counted.one : counted.many);
    }
}
