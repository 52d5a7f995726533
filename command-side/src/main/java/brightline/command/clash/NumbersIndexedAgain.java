package brightline.command.clash;

import brightline.command.clash.FindSpelledAlike.Asked;
import brightline.command.student.ListedStudents;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.StudentId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes the numbers that were known before today's comparison form again in that form, so that a student is found however the number
 * is written. The numbers stand sealed in the student's entry and contacts. What becomes one with another
 * student's number is not merged: people are asked. Goes on after a restart where it stopped; what is done twice says nothing new.
 */
final class NumbersIndexedAgain {
    static final String NAME = "student-numbers";
    private static final Logger LOG = LoggerFactory.getLogger(NumbersIndexedAgain.class);

    private final StudentIndex index;
    private final ListedStudents list;
    private final PersonalParts parts;
    private final Commands commands;
    private final int chunk;
    private final Consumer<StudentId> reached;

    NumbersIndexedAgain(StudentIndex index, ListedStudents list, PersonalParts parts, Commands commands) {
        this(index, list, parts, commands, 200, _ -> {});
    }

    /** @param chunk students looked at between two notes of how far it came @param reached is told of each student looked at */
    NumbersIndexedAgain(
            StudentIndex index,
            ListedStudents list,
            PersonalParts parts,
            Commands commands,
            int chunk,
            Consumer<StudentId> reached) {
        this.index = index;
        this.list = list;
        this.parts = parts;
        this.commands = commands;
        this.chunk = chunk;
        this.reached = reached;
    }

    /** Goes on until all are looked at, or the thread is interrupted. */
    void run() {
        long again = 0;
        long asked = 0;
        List<StudentId> next = index.notIndexedAgain(chunk);
        while (!next.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Map<StudentId, Identity> entries = list.identities(next);
            for (StudentId student : next) {
                for (String number : numbers(student, entries.get(student))) {
                    if (index.isIndexedEarlier(number, student)) {
                        again++;
                        asked += indexAgain(student, number) ? 1 : 0;
                    }
                }
                reached.accept(student);
            }
            index.indexedAgain(next);
            next = index.notIndexedAgain(chunk);
        }
        if (next.isEmpty()) {
            index.indexedAgain(List.of());
        }
        if (again > 0) {
            LOG.atInfo()
                    .addKeyValue("event", "student-numbers.indexed")
                    .addKeyValue("students", again)
                    .addKeyValue("clashes", asked)
                    .log("Numbers known before were indexed in today's form");
        }
    }

    /** All that were ever stated of the student: one that was borne before leads to the student, too. */
    private Set<String> numbers(StudentId student, @Nullable Identity entry) {
        return Stream.concat(Stream.ofNullable(entry), parts.identitiesOf(index.handlesOf(student)).stream())
                .map(Identity::number)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** @return whether somebody else has the number, and people are asked */
    private boolean indexAgain(StudentId student, String number) {
        if (index.indexAlone(number, student)) {
            return false;
        }
        Asked asked = commands.send(new FindSpelledAlike(student, number), Asked.class, Request.inside(NAME))
                .answer();
        index.forgetEarlier(number, student);
        return asked.questions() > 0;
    }
}
