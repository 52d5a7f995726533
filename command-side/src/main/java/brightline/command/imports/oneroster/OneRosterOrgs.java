package brightline.command.imports.oneroster;

import brightline.command.fields.NumberFault;
import brightline.command.imports.file.Answers;
import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.Header;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.LineRejected;
import brightline.command.imports.file.SourceLines;
import brightline.command.register.RegisterEdition;
import brightline.events.ComparisonForm;
import brightline.events.SchoolCode;
import brightline.events.WordsForNothing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The organisations of a roster, by sourcedId: a district has hundreds, so they are kept in memory. */
final class OneRosterOrgs {
    private static final int MOST = 20_000;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;

    private final Map<String, RosterOrg> bySourcedId = new LinkedHashMap<>();
    private final List<RosterOrg> read = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * An organisation.
     *
     * @param line where it stands; 0 where an earlier set said it
     * @param identifier the code people know it by; empty if there is none
     */
    record RosterOrg(long line, String sourcedId, String name, String identifier, boolean isSchool) {
        boolean isKnownByIdentifier() {
            return isSchool && !identifier.isEmpty();
        }

        /** The school's code: the registered one where there is one. */
        SchoolCode code(RegisterEdition register) {
            SchoolCode own = register.asRegistered(new SchoolCode(identifier.isEmpty() ? sourcedId : identifier));
            boolean bySourcedId = !identifier.isEmpty()
                    && sourcedId.length() <= LONGEST_CODE
                    && register.school(own).isEmpty()
                    && register.school(new SchoolCode(sourcedId)).isPresent();
            return bySourcedId ? register.asRegistered(new SchoolCode(sourcedId)) : own;
        }
    }

    /** @param remembered from earlier sets; what the files say goes before */
    OneRosterOrgs(OneRosterFiles files, Collection<RosterOrg> remembered) throws IOException, FileRefused {
        remembered.forEach(org -> bySourcedId.put(org.sourcedId(), org));
        if (!files.present().contains(OneRosterFile.ORGS)) {
            return;
        }
        Header header = files.header(OneRosterFile.ORGS);
        try (SourceLines lines = files.open(OneRosterFile.ORGS)) {
            lines.next();
            for (SourceLines.Line line = lines.nextFilled(header); line != null; line = lines.nextFilled(header)) {
                read(header, line);
                if (read.size() + rejections.size() > MOST) {
                    throw new FileRefused(OneRosterFile.ORGS.fileName(), null, "holds more than " + MOST + " lines");
                }
            }
        }
        rejectSharedIdentifiers();
    }

    /**
     * Two schools under one identifier would become one: none of them is taken, and no student is placed by guess. Under one name, too, it
     * is one school that is listed anew.
     */
    private void rejectSharedIdentifiers() {
        Map<String, Set<String>> names = new HashMap<>();
        bySourcedId.values().stream()
                .filter(RosterOrg::isKnownByIdentifier)
                .forEach(org -> names.computeIfAbsent(ComparisonForm.of(org.identifier()), _ -> new HashSet<>())
                        .add(ComparisonForm.of(org.name())));
        List<RosterOrg> clashing = read.stream()
                .filter(RosterOrg::isKnownByIdentifier)
                .filter(org -> names.getOrDefault(ComparisonForm.of(org.identifier()), Set.of())
                                .size()
                        > 1)
                .toList();
        for (RosterOrg org : clashing) {
            rejections.add(new Rejection(
                    OneRosterFile.ORGS.fileName(),
                    org.line(),
                    "identifier",
                    "is the identifier of a school of another name too"));
            bySourcedId.remove(org.sourcedId());
        }
        read.removeAll(clashing);
    }

    private void read(Header header, SourceLines.Line line) {
        try {
            RosterOrg org = org(line.number(), new OneRosterCells(header.row(line)));
            bySourcedId.put(org.sourcedId(), org);
            read.add(org);
        } catch (LineRejected rejected) {
            rejections.add(new Rejection(OneRosterFile.ORGS.fileName(), line.number(), rejected));
        }
    }

    private static RosterOrg org(long line, OneRosterCells cells) throws LineRejected {
        String sourcedId = cells.required("sourcedId", OneRosterCells.LONGEST_ID);
        boolean school = cells.required("type", OneRosterCells.LONGEST_ID).equalsIgnoreCase("school");
        String given = cells.text("identifier");
        String identifier = WordsForNothing.isNoCode(given) ? "" : given;
        if (school) {
            mustBeCode(
                    identifier.isEmpty() ? "sourcedId" : "identifier", identifier.isEmpty() ? sourcedId : identifier);
        }
        cells.deleted();
        return new RosterOrg(line, sourcedId, cells.required("name", LONGEST_NAME), identifier, school);
    }

    private static void mustBeCode(String column, String code) throws LineRejected {
        if (code.length() > LONGEST_CODE) {
            throw new LineRejected(column, "is longer than the " + LONGEST_CODE + " characters of a school code");
        }
        String fault = NumberFault.ofSchoolCode(code);
        if (fault != null) {
            throw new LineRejected(column, fault);
        }
    }

    Optional<RosterOrg> find(String sourcedId) {
        return Optional.ofNullable(bySourcedId.get(sourcedId));
    }

    /** What the files say, line by line. */
    List<RosterOrg> read() {
        return read;
    }

    /** Lines that were not taken. */
    Answers answers() {
        Answers answers = new Answers();
        rejections.forEach(answers::reject);
        return answers;
    }
}
