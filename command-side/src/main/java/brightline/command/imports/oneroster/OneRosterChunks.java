package brightline.command.imports.oneroster;

import brightline.command.imports.file.Answers;
import brightline.command.imports.file.Chunks;
import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.imports.oneroster.OneRosterParts.PersonLines;
import brightline.command.imports.oneroster.OneRosterReader.Deletion;
import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A roster in pieces: the organisations, then some persons at a time. */
final class OneRosterChunks implements Chunks<OneRosterChunks.Roster> {
    /** Persons of one piece; more where they share a number. */
    static final int PERSONS = 200;

    private final ImportStatus status;
    private final OneRosterFiles files;
    private final OneRosterOrgs orgs;
    private final OneRosterParts parts;
    private final int most;
    private List<PersonLines> persons = List.of();
    private int part = -1;
    private int next;
    private boolean ended;
    private long reached;
    private long answered;

    /**
     * A piece of a roster.
     *
     * @param system what the roster calls itself; sourcedIds are its own
     * @param today in the agency's zone
     * @param orgs to be known from now on
     * @param named whoever the piece's lines name as a student or by lines that are wrong, as the roster calls them
     * @param persons who may be students
     * @param deletions rows that are taken back by their ids
     * @param endsComplete whether this is the end of a roster that holds everybody
     */
    record Roster(
            String system,
            LocalDate today,
            List<RosterOrg> orgs,
            Set<String> named,
            List<OneRosterPerson> persons,
            List<Deletion> deletions,
            boolean endsComplete) {}

    /** @param files are closed with this @param most persons of one piece, unless they share a number */
    OneRosterChunks(ImportStatus status, OneRosterFiles files, OneRosterLedger ledger, int most)
            throws IOException, FileRefused {
        this.status = status;
        this.most = most;
        this.files = files;
        String source = ledger.source(files.system());
        this.orgs = new OneRosterOrgs(files, ledger.orgs(source), ledger.orgsOfOthers(source));
        this.parts = OneRosterParts.sort(files);
        this.answered = status.nextOffset();
    }

    @Override
    public @Nullable Chunk<Roster> next(RegisterEdition register, Instant now) throws IOException {
        LocalDate today = now.atZone(register.agency().zone()).toLocalDate();
        if (reached == 0) {
            reached = 1;
            if (answered == 0) {
                Answers answers = new Answers(orgs.answers());
                for (OneRosterFile file : files.present()) {
                    files.encoding(file).noted(file.fileName()).ifPresent(note -> answers.note(note, 1));
                }
                return chunk(
                        new Roster(files.system(), today, orgs.read(), Set.of(), List.of(), List.of(), false), answers);
            }
        }
        while (findPersons()) {
            List<PersonLines> some = persons.subList(next, end());
            next += some.size();
            reached = Math.max(reached + 1, place());
            if (reached > answered) {
                return chunk(some, today);
            }
        }
        if (!ended) {
            ended = true;
            reached = Math.max(reached + 1, status.bytes());
            if (reached > answered) {
                boolean complete = files.manifest().isComplete(OneRosterFile.USERS);
                boolean lost = parts.hasLostLines(OneRosterFile.USERS);
                Answers answers = new Answers();
                answers.note(OneRosterNotes.NOBODY_MISSING, complete && lost ? 1 : 0);
                return chunk(
                        new Roster(files.system(), today, List.of(), Set.of(), List.of(), List.of(), complete && !lost),
                        answers);
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

    /** Where the next piece ends: not between those who share a number, of whom none is taken in without a look at the others. */
    private int end() {
        int end = Math.min(next + most, persons.size());
        while (end < persons.size()) {
            String number = parts.numberOfSeveral(persons.get(end));
            if (number == null || !number.equals(parts.numberOfSeveral(persons.get(end - 1)))) {
                break;
            }
            end++;
        }
        return end;
    }

    /** How far this is, on the scale of the zip's bytes, of which the last is kept for the end. */
    private long place() {
        double done = (part + (double) next / persons.size()) / parts.count();
        return (long) ((status.bytes() - 1) * done);
    }

    private Chunk<Roster> chunk(List<PersonLines> some, LocalDate today) {
        List<OneRosterPerson> read = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<Deletion> deletions = new ArrayList<>();
        Answers answers = new Answers();
        for (PersonLines person : some) {
            Deletion deletion = person.key().isEmpty()
                    ? OneRosterReader.deletion(parts, person.lines().getFirst(), today)
                    : null;
            if (deletion != null) {
                deletions.add(deletion);
                continue;
            }
            OneRosterReader reader = new OneRosterReader(files, parts, orgs, today);
            OneRosterPerson one = reader.read(person, answers);
            if (one != null) {
                read.add(one);
            }
            if (one != null || reader.isRejected() && !person.key().isEmpty()) {
                named.add(person.key());
            }
        }
        return chunk(new Roster(files.system(), today, List.of(), named, read, deletions, false), answers);
    }

    private Chunk<Roster> chunk(Roster read, Answers answers) {
        Chunk<Roster> chunk = new Chunk<>(answered, reached, 0, read, answers);
        answered = reached;
        return chunk;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
