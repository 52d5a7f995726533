package brightline.command.imports;

import java.util.List;

/** The files of a OneRoster set that are read. */
enum RosterFile {
    ORGS("orgs", "sourcedId", List.of("sourcedId", "name", "type", "identifier")),
    USERS("users", "sourcedId", List.of("sourcedId", "givenName", "familyName", "identifier", "grades")),
    ROLES("roles", "userSourcedId", List.of("userSourcedId", "roleType", "role", "orgSourcedId")),
    DEMOGRAPHICS(
            "demographics",
            "sourcedId",
            List.of(
                    "sourcedId",
                    "birthDate",
                    "sex",
                    "americanIndianOrAlaskaNative",
                    "asian",
                    "blackOrAfricanAmerican",
                    "nativeHawaiianOrOtherPacificIslander",
                    "white",
                    "demographicRaceTwoOrMoreRaces",
                    "hispanicOrLatinoEthnicity")),
    ENROLLMENTS("enrollments", "userSourcedId", List.of("userSourcedId", "schoolSourcedId", "role"));

    private final String name;
    private final String key;
    private final List<String> columns;

    RosterFile(String name, String key, List<String> columns) {
        this.name = name;
        this.key = key;
        this.columns = columns;
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

    /** @throws FileRefused naming the first of the columns we need that is not there */
    Header checked(Header header) throws FileRefused {
        for (String column : columns) {
            if (!header.has(column)) {
                throw new FileRefused(fileName(), column, "the column is missing");
            }
        }
        return header;
    }
}
