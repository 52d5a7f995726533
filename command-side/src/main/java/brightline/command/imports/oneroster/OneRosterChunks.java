package brightline.command.imports.oneroster;

import brightline.command.imports.file.Answers;
import brightline.command.imports.file.Chunks;
import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.imports.oneroster.OneRosterParts.PersonLines;
import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A roster in pieces: the organisations, then some persons at a time. */
final class OneRosterChunks implements Chunks<OneRosterChunks.Roster> {
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

    /**
     * A piece of a roster.
     *
     * @param system what the roster calls itself; sourcedIds are its own
     * @param orgs to be known from now on
     * @param persons who may be students
     */
    record Roster(String system, List<RosterOrg> orgs, List<OneRosterPerson> persons) {}

    /** @param files are closed with this */
    OneRosterChunks(ImportStatus status, OneRosterFiles files, OneRosterLedger ledger) throws IOException, FileRefused {
        this.status = status;
        this.files = files;
        this.orgs = new OneRosterOrgs(files, ledger.orgs());
        this.parts = OneRosterParts.sort(files);
        this.answered = status.nextOffset();
    }

    @Override
    public @Nullable Chunk<Roster> next(RegisterEdition register, Instant now) throws IOException {
        if (reached == 0) {
            reached = 1;
            if (answered == 0) {
                answered = 1;
                Answers answers = new Answers(orgs.answers());
                for (OneRosterFile file : files.present()) {
                    files.encoding(file).noted(file.fileName()).ifPresent(note -> answers.note(note, 1));
                }
                return new Chunk<>(0, 1, 0, new Roster(files.system(), orgs.read(), List.of()), answers);
            }
        }
        LocalDate today = now.atZone(register.agency().zone()).toLocalDate();
        while (findPersons()) {
            List<PersonLines> some = persons.subList(next, Math.min(next + PERSONS, persons.size()));
            next += some.size();
            reached = Math.max(reached + 1, place());
            if (reached > answered) {
                Chunk<Roster> chunk = chunk(some, register, today);
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

    private Chunk<Roster> chunk(List<PersonLines> some, RegisterEdition register, LocalDate today) {
        List<OneRosterPerson> read = new ArrayList<>();
        Answers answers = new Answers();
        for (PersonLines person : some) {
            OneRosterPerson one = new OneRosterReader(files, orgs, register, today).read(person, answers);
            if (one != null) {
                read.add(one);
            }
        }
        return new Chunk<>(answered, reached, 0, new Roster(files.system(), List.of(), read), answers);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
