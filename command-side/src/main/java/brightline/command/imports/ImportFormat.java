package brightline.command.imports;

import java.util.List;
import java.util.Optional;

/** A kind of file that can be taken in. */
sealed interface ImportFormat permits LineFormat, OneRosterCsv, ReferenceFormat {
    List<ImportFormat> ALL = List.of(
            new BrightlineCsv(),
            new CaliforniaStopData(),
            new OneRosterCsv(),
            new OfficerRosterCsv(),
            new EnrolmentCsv());

    static Optional<ImportFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** As the API and the events have it. */
    String name();

    /** What it is and what its columns mean, for people. */
    String description();
}
