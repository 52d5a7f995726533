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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param deleted whether it was taken back: then no school is made of it
     * @param lastDay the day it was taken back; null where nobody said, or it was not
     */
    record RosterOrg(
            long line,
            String sourcedId,
            String name,
            String identifier,
            boolean isSchool,
            boolean deleted,
            @Nullable LocalDate lastDay) {
        boolean isOpenSchool() {
            return isSchool && !deleted;
        }

        /** The day it was taken back; today where nobody said. */
        LocalDate lastDayOr(LocalDate today) {
            return lastDay == null || lastDay.isAfter(today) ? today : lastDay;
        }

        /** The column that holds the code the roster gives it. */
        String codeColumn() {
            return identifier.isEmpty() ? "sourcedId" : "identifier";
        }

        private String ownCode() {
            return identifier.isEmpty() ? sourcedId : identifier;
        }

        /** The school's code: the registered one where there is one. */
        SchoolCode code(RegisterEdition register) {
            SchoolCode own = register.asRegistered(new SchoolCode(ownCode()));
            boolean bySourcedId = !identifier.isEmpty()
                    && sourcedId.length() <= LONGEST_CODE
                    && register.school(own).isEmpty()
                    && register.school(new SchoolCode(sourcedId)).isPresent();
            return bySourcedId ? register.asRegistered(new SchoolCode(sourcedId)) : own;
        }
    }

    /**
     * @param remembered from earlier sets of this system; what the files say goes before
     * @param ofOthers from sets of other systems, whose sourcedIds are their own
     */
    OneRosterOrgs(OneRosterFiles files, Collection<RosterOrg> remembered, Collection<RosterOrg> ofOthers)
            throws IOException, FileRefused {
        remembered.forEach(org -> bySourcedId.put(org.sourcedId(), org));
        Map<String, RosterOrg> before = Map.copyOf(bySourcedId);
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
        rejectSharedCodes(before, ofOthers);
    }

    /**
     * Two schools under one code would become one: none of them is taken, and no student is placed by guess. Under one name, too, it
     * is one school that is listed anew, or by a second system. What its system said of it before is no news to other systems.
     */
    private void rejectSharedCodes(Map<String, RosterOrg> before, Collection<RosterOrg> ofOthers) {
        Map<String, Set<String>> names = namesByCode(bySourcedId.values());
        Map<String, Set<String>> otherNames = namesByCode(ofOthers);
        List<RosterOrg> clashing = new ArrayList<>();
        for (RosterOrg org : read) {
            if (!org.isOpenSchool()) {
                continue;
            }
            String code = ComparisonForm.of(org.ownCode());
            Set<String> under = new HashSet<>(names.getOrDefault(code, Set.of()));
            RosterOrg known = before.get(org.sourcedId());
            boolean hadCode = known != null
                    && known.isOpenSchool()
                    && ComparisonForm.of(known.ownCode()).equals(code);
            if (!hadCode) {
                under.addAll(otherNames.getOrDefault(code, Set.of()));
            }
            if (under.size() > 1) {
                clashing.add(org);
            }
        }
        for (RosterOrg org : clashing) {
            rejections.add(new Rejection(
                    OneRosterFile.ORGS.fileName(),
                    org.line(),
                    org.codeColumn(),
                    org.identifier().isEmpty()
                            ? "is the code of a school of another name too: give each school an identifier of its own"
                            : "is the identifier of a school of another name too"));
            bySourcedId.remove(org.sourcedId());
        }
        read.removeAll(clashing);
    }

    private static Map<String, Set<String>> namesByCode(Collection<RosterOrg> orgs) {
        Map<String, Set<String>> names = new HashMap<>();
        orgs.stream()
                .filter(RosterOrg::isOpenSchool)
                .forEach(org -> names.computeIfAbsent(ComparisonForm.of(org.ownCode()), _ -> new HashSet<>())
                        .add(ComparisonForm.of(org.name())));
        return names;
    }

    private void read(Header header, SourceLines.Line line) {
        try {
            RosterOrg org = org(line.number(), new OneRosterCells(OneRosterFile.ORGS, header.row(line), false));
            bySourcedId.put(org.sourcedId(), org);
            read.add(org);
        } catch (LineRejected rejected) {
            rejections.add(new Rejection(OneRosterFile.ORGS.fileName(), line.number(), rejected));
        }
    }

    private RosterOrg org(long line, OneRosterCells cells) throws LineRejected {
        cells.mustHaveIds();
        String sourcedId = cells.text("sourcedId");
        if (cells.deleted()) {
            return takenBack(line, sourcedId, cells);
        }
        boolean school = cells.required("type", OneRosterCells.LONGEST_ID).equalsIgnoreCase("school");
        String given = cells.text("identifier");
        String identifier = WordsForNothing.isNoCode(given) ? "" : given;
        if (school) {
            mustBeCode(
                    identifier.isEmpty() ? "sourcedId" : "identifier", identifier.isEmpty() ? sourcedId : identifier);
        }
        return new RosterOrg(line, sourcedId, cells.required("name", LONGEST_NAME), identifier, school, false, null);
    }

    /** Of such a line its id and day are read; the rest is what was known. */
    private RosterOrg takenBack(long line, String sourcedId, OneRosterCells cells) {
        RosterOrg known = bySourcedId.get(sourcedId);
        return new RosterOrg(
                line,
                sourcedId,
                known == null ? sourcedId : known.name(),
                known == null ? "" : known.identifier(),
                known == null ? List.of("", "school").contains(cells.word("type")) : known.isSchool(),
                true,
                cells.changedOn());
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

    /** Of lines that were not taken, and what is to be said of the others. */
    Answers answers() {
        Answers answers = new Answers();
        rejections.forEach(answers::reject);
        answers.note(
                OneRosterNotes.CLOSED,
                read.stream().filter(org -> org.isSchool() && org.deleted()).count());
        return answers;
    }
}
