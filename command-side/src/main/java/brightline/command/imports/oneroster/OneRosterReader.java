package brightline.command.imports.oneroster;

import brightline.command.imports.file.Answers;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.LineRejected;
import brightline.command.imports.file.OutOfScope;
import brightline.command.imports.oneroster.OneRosterLines.*;
import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.imports.oneroster.OneRosterParts.PersonLines;
import brightline.command.imports.oneroster.OneRosterParts.RosterLine;
import brightline.command.imports.oneroster.OneRosterPerson.SchoolPlace;
import brightline.command.register.RegisterEdition;
import brightline.command.student.Departure;
import brightline.command.student.StatedStatistics;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Reads all lines about one person together. Used for one person. */
final class OneRosterReader {
    private final OneRosterFiles files;
    private final OneRosterOrgs orgs;
    private final RegisterEdition register;
    private final LocalDate today;
    private final List<Role> roles = new ArrayList<>();
    private final List<Enrollment> enrollments = new ArrayList<>();
    private @Nullable User user;
    private @Nullable Demographics demographics;
    private int right;
    private boolean userRejected;

    /** @param today in the agency's zone */
    OneRosterReader(OneRosterFiles files, OneRosterOrgs orgs, RegisterEdition register, LocalDate today) {
        this.files = files;
        this.orgs = orgs;
        this.register = register;
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
        for (RosterLine line : lines.lines()) {
            try {
                read(line);
                right++;
            } catch (LineRejected rejected) {
                userRejected |= line.file() == OneRosterFile.USERS;
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

    private void read(RosterLine line) throws LineRejected {
        OneRosterCells cells = new OneRosterCells(files.header(line.file()).row(line.line()));
        cells.required(line.file().key(), OneRosterCells.LONGEST_ID);
        switch (line.file()) {
            case ORGS -> throw new IllegalArgumentException("An organization is no person");
            case USERS -> user = once(user, OneRosterLines.user(cells));
            case ROLES -> roles.add(OneRosterLines.role(cells, orgs));
            case DEMOGRAPHICS -> demographics = once(demographics, OneRosterLines.demographics(cells, today));
            case ENROLLMENTS -> enrollments.add(OneRosterLines.enrollment(cells));
        }
    }

    private static <T> T once(@Nullable T before, T read) throws LineRejected {
        if (before != null) {
            throw new LineRejected("sourcedId", "is there twice in this file");
        }
        return read;
    }

    private boolean isStudent() {
        return roles.stream().anyMatch(Role::student);
    }

    /** Whoever has roles, and none of a student, is not; of others it may be known from before. */
    private boolean mayBeStudent() {
        return isStudent()
                || roles.isEmpty()
                        && (user != null
                                || demographics != null
                                || enrollments.stream().anyMatch(Enrollment::student));
    }

    private OneRosterPerson person(String key, RosterLine first) {
        User own = user;
        Demographics group = demographics == null || demographics.deleted() ? null : demographics;
        LocalDate birth = group == null ? null : group.birthDate();
        Identity identity = own == null && birth == null
                ? null
                : new Identity(
                        own == null ? null : own.number(),
                        own == null ? null : own.firstName(),
                        own == null ? null : own.lastName(),
                        birth);
        boolean leaves = own != null && own.deleted();
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
                leaves ? null : placement().orElse(null),
                leaves ? List.of(new Departure(null, today)) : departures());
    }

    /** The school of the primary role, else of another one, else the primary organisation, else where the classes are. */
    private Optional<SchoolPlace> placement() {
        List<Role> current = roles.stream()
                .filter(role -> role.student() && !role.isOver(today))
                .filter(role -> role.from() == null || !role.from().isAfter(today))
                .sorted(Comparator.comparing(Role::primary).reversed())
                .toList();
        SequencedSet<String> candidates = new LinkedHashSet<>();
        current.forEach(role -> candidates.add(role.org()));
        if (current.isEmpty() && !departures().isEmpty()) {
            return Optional.empty();
        }
        if (user != null) {
            candidates.add(user.org());
        }
        enrollments.stream()
                .filter(one -> one.student() && !one.deleted())
                .forEach(one -> candidates.add(one.school()));
        return candidates.stream()
                .flatMap(candidate -> orgs.find(candidate).stream())
                .filter(RosterOrg::isSchool)
                .findFirst()
                .map(school -> new SchoolPlace(school.code(register), school.name(), firstDay(school, current)));
    }

    /** As the role has it, else the first class; today where neither does. */
    private LocalDate firstDay(RosterOrg school, List<Role> current) {
        Optional<LocalDate> byRole = current.stream()
                .filter(role -> role.org().equals(school.sourcedId()))
                .map(Role::from)
                .filter(Objects::nonNull)
                .findFirst();
        return byRole.or(() -> enrollments.stream()
                        .filter(one ->
                                one.student() && !one.deleted() && one.school().equals(school.sourcedId()))
                        .map(Enrollment::from)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder()))
                .filter(day -> !day.isAfter(today))
                .orElse(today);
    }

    private List<Departure> departures() {
        List<Departure> departures = new ArrayList<>();
        for (Role role : roles) {
            Optional<RosterOrg> school = orgs.find(role.org()).filter(RosterOrg::isSchool);
            if (role.student() && role.isOver(today) && school.isPresent()) {
                LocalDate last = role.to() == null || role.to().isAfter(today) ? today : role.to();
                departures.add(new Departure(school.get().code(register), last));
            }
        }
        return departures;
    }
}
