package brightline.command.imports.oneroster;

import brightline.command.fields.NumberFault;
import brightline.command.imports.file.Answers;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.LineRejected;
import brightline.command.imports.file.OutOfScope;
import brightline.command.imports.oneroster.OneRosterLines.*;
import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.imports.oneroster.OneRosterParts.PersonLines;
import brightline.command.imports.oneroster.OneRosterParts.RosterLine;
import brightline.command.student.StatedStatistics;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all lines about one person together. Used for one person. */
final class OneRosterReader {
    private final OneRosterFiles files;
    private final OneRosterParts parts;
    private final OneRosterOrgs orgs;
    private final LocalDate today;
    private final List<Role> roles = new ArrayList<>();
    private final List<Enrollment> enrollments = new ArrayList<>();
    private @Nullable User user;
    private @Nullable Demographics demographics;
    private int right;
    private boolean userRejected;
    private boolean roleRejected;

    /** @param today in the agency's zone */
    OneRosterReader(OneRosterFiles files, OneRosterParts parts, OneRosterOrgs orgs, LocalDate today) {
        this.files = files;
        this.parts = parts;
        this.orgs = orgs;
        this.today = today;
    }

    /**
     * Reads a person's lines.
     *
     * @param answers gets those of lines that cannot be read or are of no concern
     * @return null if nobody to be taken in
     */
    @Nullable
    OneRosterPerson read(PersonLines lines, Answers answers) {
        // What a person is comes first: of whom is no student, nothing else is asked.
        List<RosterLine> rolesFirst = lines.lines().stream()
                .sorted(Comparator.comparing(line -> !tellsWhat(line.file())))
                .toList();
        for (RosterLine line : rolesFirst) {
            try {
                if (tellsWhat(line.file()) || !isSomeoneElse()) {
                    read(line, answers);
                }
                right++;
            } catch (LineRejected rejected) {
                userRejected |= line.file() == OneRosterFile.USERS;
                roleRejected |= line.file() == OneRosterFile.ROLES;
                answers.reject(new Rejection(line.file().fileName(), line.line().number(), rejected));
            }
        }
        if (right == 0) {
            return null;
        }
        if (user == null && userRejected) {
            answers.leaveOut(OutOfScope.LINE_REJECTED, right);
            return null;
        }
        if (!mayBeStudent()) {
            answers.leaveOut(OutOfScope.NO_STUDENT, right);
            return null;
        }
        return person(lines.key(), lines.lines().getFirst());
    }

    /** Whether the lines of the file say what a person is. */
    private boolean tellsWhat(OneRosterFile file) {
        return file == (files.manifest().usersHaveRoles() ? OneRosterFile.USERS : OneRosterFile.ROLES);
    }

    /** Whether lines about the person were there and none was taken, for what is wrong with them. */
    boolean isRejected() {
        return right == 0 || user == null && userRejected;
    }

    private void read(RosterLine line, Answers answers) throws LineRejected {
        OneRosterCells cells = parts.cells(line);
        cells.mustHaveIds();
        switch (line.file()) {
            case ORGS -> throw new IllegalArgumentException("An organization is no person");
            case USERS ->
                user = once(user, OneRosterLines.user(cells, files.manifest().usersHaveRoles(), today));
            case ROLES -> roles.add(OneRosterLines.role(cells, orgs, today));
            case DEMOGRAPHICS -> demographics = once(demographics, OneRosterLines.demographics(cells, today));
            case ENROLLMENTS -> enrollments.add(OneRosterLines.enrollment(cells));
        }
        answers.note(cells.notes());
    }

    /** A row that is taken back by its id alone. @param id empty where it is of a class */
    record Deletion(long line, String id, LocalDate day) {}

    /** Reads a line that names nobody and takes something back; null where it is none, and then not answered. */
    static @Nullable Deletion deletion(OneRosterParts parts, RosterLine line, LocalDate today) {
        try {
            OneRosterCells cells = parts.cells(line);
            String id = line.file() == OneRosterFile.ROLES ? cells.text("sourcedId") : "";
            boolean isId = id.isEmpty() || NumberFault.ofCode(id) == null;
            return isId && OneRosterParts.namesNobody(cells)
                    ? new Deletion(line.line().number(), id, OneRosterLines.takenBack(cells, today))
                    : null;
        } catch (LineRejected damaged) {
            return null;
        }
    }

    /** A line that says the same once more says nothing else. */
    private static <T> T once(@Nullable T before, T read) throws LineRejected {
        if (before != null && !before.equals(read)) {
            throw new LineRejected("sourcedId", "is there twice in this file, and not with the same content");
        }
        return read;
    }

    private boolean isStudent() {
        return user != null && user.isStudent() || roles.stream().anyMatch(Role::student);
    }

    /** Whoever has roles, and none of a student. */
    private boolean isSomeoneElse() {
        boolean byUser = user != null && files.manifest().usersHaveRoles() && user.takenBack() == null;
        return !isStudent() && (byUser || !roles.isEmpty());
    }

    /** Of whoever has no roles it may be known from before. */
    private boolean mayBeStudent() {
        return isStudent()
                || !isSomeoneElse()
                        && (user != null
                                || demographics != null
                                || enrollments.stream().anyMatch(Enrollment::student));
    }

    private OneRosterPerson person(String key, RosterLine first) {
        User own = user == null || user.takenBack() != null ? null : user;
        Demographics group = demographics;
        LocalDate birth = group == null ? null : group.birthDate();
        Identity identity = own == null && birth == null
                ? null
                : new Identity(
                        own == null ? null : own.number(),
                        own == null ? null : own.firstName(),
                        own == null ? null : own.lastName(),
                        birth);
        return new OneRosterPerson(
                key,
                first.file(),
                first.line().number(),
                right,
                isStudent(),
                identity,
                new StatedStatistics(
                        own == null ? null : own.gradeBand(),
                        group == null ? null : group.race(),
                        group == null ? null : group.sex(),
                        null,
                        Stated.MISSING),
                places(own),
                isWhole(own),
                otherwise(own),
                user == null ? null : user.takenBack(),
                own != null && own.isDisabled());
    }

    /** Not where a line that cannot be read may say that the student is at a school. */
    private boolean isWhole(@Nullable User own) {
        return files.manifest().usersHaveRoles()
                ? own != null
                : files.manifest().isComplete(OneRosterFile.ROLES)
                        && !roleRejected
                        && !parts.hasLostLines(OneRosterFile.ROLES);
    }

    /** Rows without a first day begin with the first class at their school. */
    private List<RosterPlace> places(@Nullable User own) {
        return Stream.concat(
                        own == null ? Stream.empty() : own.places().stream(),
                        roles.stream().filter(Role::student).map(Role::place))
                .map(place -> place.from() != null
                        ? place
                        : new RosterPlace(
                                place.id(),
                                place.org(),
                                place.primary(),
                                firstClass(place.org()),
                                place.to(),
                                place.deleted()))
                .toList();
    }

    /** At the primary organisation, else where the classes are. */
    private @Nullable RosterPlace otherwise(@Nullable User own) {
        return Stream.concat(
                        own == null ? Stream.empty() : Stream.of(own.org()),
                        enrollments.stream()
                                .filter(one -> one.student() && !one.deleted())
                                .map(Enrollment::school))
                .filter(org -> orgs.find(org).filter(RosterOrg::isOpenSchool).isPresent())
                .findFirst()
                .map(org -> new RosterPlace("", org, true, firstClass(org), null, false))
                .orElse(null);
    }

    private @Nullable LocalDate firstClass(String school) {
        return enrollments.stream()
                .filter(one -> one.student() && !one.deleted() && one.school().equals(school))
                .map(Enrollment::from)
                .filter(Objects::nonNull)
                .filter(day -> !day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
