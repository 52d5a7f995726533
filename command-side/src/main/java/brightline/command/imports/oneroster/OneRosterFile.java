package brightline.command.imports.oneroster;

import brightline.command.imports.file.FormatColumn;
import java.util.List;

/** The files of a OneRoster set that are read. Their columns are {@code oneroster_columns.csv}. */
enum OneRosterFile {
    ORGS("orgs", "sourcedId"),
    USERS("users", "sourcedId"),
    ROLES("roles", "userSourcedId"),
    DEMOGRAPHICS("demographics", "sourcedId"),
    ENROLLMENTS("enrollments", "userSourcedId");

    /** Columns of OneRoster 1.1, which has no roles.csv. */
    static final List<String> ROLES_IN_USERS = List.of("role", "orgSourcedIds");

    private final String name;
    private final String key;

    OneRosterFile(String name, String key) {
        this.name = name;
        this.key = key;
    }

    /** In the zip, for instance {@code users.csv}. */
    String fileName() {
        return name + ".csv";
    }

    /** In the manifest, for instance {@code file.users}. */
    String property() {
        return "file." + name;
    }

    /** The column that says whom, or of {@link #ORGS} what, a line is about. */
    String key() {
        return key;
    }

    /** The columns that name something by its sourcedId, by which it is found again. */
    List<String> ids() {
        return switch (this) {
            case ORGS, USERS, DEMOGRAPHICS -> List.of("sourcedId");
            case ROLES -> List.of("sourcedId", "userSourcedId", "orgSourcedId");
            case ENROLLMENTS -> List.of("userSourcedId", "schoolSourcedId");
        };
    }

    List<FormatColumn> columns() {
        return OneRosterCsv.columnsOf(fileName());
    }
}
