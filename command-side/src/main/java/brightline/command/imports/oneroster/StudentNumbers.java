package brightline.command.imports.oneroster;

import brightline.command.imports.file.FileRefused;
import brightline.events.WordsForNothing;
import java.util.HashSet;
import java.util.Set;

/** Looks whether any user has a number: where none has, no student can be told from another, which is said once and not line by line. */
final class StudentNumbers {
    /** Among so many students without a number there is one of whom the files say so. */
    private static final int LOOKED_AT = 10_000;

    private final boolean usersHaveRoles;
    private final Set<String> without = new HashSet<>();
    private boolean any;
    private boolean studentWithout;

    StudentNumbers(boolean usersHaveRoles) {
        this.usersHaveRoles = usersHaveRoles;
    }

    /** Users come before roles. */
    void see(OneRosterCells cells) {
        if (any || studentWithout || cells.deleted()) {
            return;
        }
        switch (cells.file()) {
            case USERS -> {
                if (!WordsForNothing.isNoNumber(cells.text("identifier"))) {
                    any = true;
                } else if (usersHaveRoles) {
                    studentWithout |= cells.word("role").equals("student");
                } else if (without.size() < LOOKED_AT) {
                    without.add(cells.text("sourcedId"));
                }
            }
            case ROLES ->
                studentWithout = cells.word("role").equals("student") && without.contains(cells.text("userSourcedId"));
            case ORGS, DEMOGRAPHICS, ENROLLMENTS -> {}
        }
    }

    /** @throws FileRefused if there are students and no user has a number */
    void check() throws FileRefused {
        if (!any && studentWithout) {
            throw new FileRefused(
                    OneRosterFile.USERS.fileName(),
                    "identifier",
                    "no user has an identifier, the student number by which contacts name a student: have the student"
                            + " information system export it into this column, and send the zip again");
        }
    }
}
