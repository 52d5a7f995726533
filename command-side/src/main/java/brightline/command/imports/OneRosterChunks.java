package brightline.command.imports;

import brightline.command.imports.ImportCommand.TakeRoster;
import brightline.command.imports.ImportStatus.Rejection;
import brightline.command.imports.OneRosterParts.PersonLines;
import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A roster in pieces of one transaction each: the organisations, then some persons at a time. The pieces of the same files are
 * always the same, so that an import that was stopped goes on where it stood.
 */
final class OneRosterChunks {
    private static final int PERSONS = 200;

    private final ImportStatus status;
    private final OneRosterFiles files;
    private final OneRosterOrgs orgs;
    private final OneRosterParts parts;
    private List<PersonLines> persons = List.of();
    private int part = -1;
    private int next;
    private long reached;
    private long answered;

    OneRosterChunks(ImportStatus status, OneRosterFiles files, OneRosterLedger ledger) throws IOException, FileRefused {
        this.status = status;
        this.files = files;
        this.orgs = new OneRosterOrgs(files, ledger.orgs());
        this.parts = OneRosterParts.sort(files);
        this.answered = status.nextOffset();
    }

    /** The next piece that is not answered yet; null at the end. */
    @Nullable
    TakeRoster next(RegisterEdition register, Instant now) throws IOException {
        if (reached == 0) {
            reached = 1;
            if (answered == 0) {
                answered = 1;
                return new TakeRoster(
                        status.importId(), 0, 1, files.system(), orgs.read(), List.of(), Map.of(), orgs.rejections());
            }
        }
        LocalDate today = now.atZone(register.agency().zone()).toLocalDate();
        while (findPersons()) {
            List<PersonLines> some = persons.subList(next, Math.min(next + PERSONS, persons.size()));
            next += some.size();
            reached = Math.max(reached + 1, place());
            if (reached > answered) {
                TakeRoster chunk = chunk(some, register, today);
                answered = reached;
                return chunk;
            }
        }
        return null;
    }

    private boolean findPersons() throws IOException {
        while (next >= persons.size() && part + 1 < parts.count()) {
            part++;
            next = 0;
            persons = parts.read(part);
        }
        return next < persons.size();
    }

    /** How far this is, on the scale of the zip's bytes. */
    private long place() {
        double done = (part + (double) next / persons.size()) / parts.count();
        return (long) (status.bytes() * done);
    }

    private TakeRoster chunk(List<PersonLines> some, RegisterEdition register, LocalDate today) {
        List<OneRosterPerson> read = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        OutOfScope.Tally outOfScope = new OutOfScope.Tally();
        for (PersonLines person : some) {
            OneRosterReader.Read one = new OneRosterReader(files, orgs, register, today).read(person);
            if (one.person() != null) {
                read.add(one.person());
            }
            outOfScope.add(one.outOfScope());
            rejections.addAll(one.rejections());
        }
        return new TakeRoster(
                status.importId(), answered, reached, files.system(), List.of(), read, outOfScope.lines(), rejections);
    }
}
