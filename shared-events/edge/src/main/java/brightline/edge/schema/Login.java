package brightline.edge.schema;

import java.util.Locale;

/** The logins under which a program reaches the databases. None owns anything of the installation, is a superuser, reads files or runs programs. */
public enum Login {
    /** Brings schemas up to date in the role of their owners; good for the time of a start. */
    MIGRATOR,
    /** Records: adds events and ciphertexts, keeps the command side's registers and the accounts. */
    WRITER,
    /** Writes the tables of projections, and nothing that they are made from. */
    PROJECTOR,
    /** Answers questions, and writes down whom it showed. */
    READER,
    /** Sees who it is that asks. */
    DOOR,
    /** Reads all events and registers, for an archive of them. */
    BACKUP,
    /** Keeps the keys of students and cases. */
    KEYS,
    /** Reads the wrapped keys and makes the database in which a backup of them is tried out. */
    KEY_ROTATION;

    /** The role's name on the server. */
    public String role() {
        return "brightline_" + name().toLowerCase(Locale.ROOT);
    }
}
