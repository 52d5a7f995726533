package brightline.edge.keys;

/** The kinds of personal part, each under a key of its own per case. */
public enum Part {
    /** Who the student is: name, birth date, number, contacts. */
    IDENTITY,
    /** Free text and statements. */
    NARRATIVE,
    /** Race, sex, grade band, age, disability and language status. */
    STAT
}
