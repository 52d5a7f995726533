package brightline.command.clash;

import brightline.command.clash.ClashCommand.Find;
import brightline.command.interaction.NumbersInUse;
import brightline.command.student.ListedStudents;
import brightline.command.student.SamePerson;
import brightline.command.student.SamePerson.Likeness;
import brightline.command.student.StudentRecorder;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.StudentIndex;
import brightline.events.ComparisonForm;
import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares whoever is named with the entries of those who have the numbers, all entries opened together. */
@Component
final class NumberHolders implements NumbersInUse {
    private final StudentIndex index;
    private final ListedStudents list;
    private final StudentRecorder recorder;
    private final Clashes clashes;

    NumberHolders(StudentIndex index, ListedStudents list, StudentRecorder recorder, Clashes clashes) {
        this.index = index;
        this.list = list;
        this.recorder = recorder;
        this.clashes = clashes;
    }

    @Override
    public List<Whose> whose(
            List<Named> named,
            Map<String, ? extends SequencedMap<StudentId, StudentId>> holders,
            Map<StudentId, Identity> before)
            throws Exception {
        Map<String, SequencedMap<StudentId, StudentId>> known = new HashMap<>(holders);
        Map<StudentId, Identity> entries = entries(named, known);
        Set<String> held = mayBeKeptApart(named, known, entries);
        if (!held.isEmpty()) {
            index.hold(held);
            known.putAll(index.find(held));
            entries = entries(named, known);
        }
        Known inHand = new Known(entries, before);
        List<Whose> whose = new ArrayList<>();
        for (Named one : named) {
            String number = number(one);
            var ofNumber = number == null ? null : known.get(number);
            whose.add(
                    number == null || ofNumber == null
                            ? new Whose.Nobodys()
                            : whose(one, inHand.candidates(number, ofNumber), inHand));
        }
        return whose;
    }

    /** What the entries say of those with whom somebody is to be compared. */
    private Map<StudentId, Identity> entries(
            List<Named> named, Map<String, SequencedMap<StudentId, StudentId>> holders) {
        Set<StudentId> compared = new LinkedHashSet<>();
        for (Named one : named) {
            var ofNumber = number(one) == null ? null : holders.get(number(one));
            if (ofNumber != null && (ofNumber.size() > 1 || isComplete(one.identity()))) {
                compared.addAll(ofNumber.keySet());
            }
        }
        return list.identities(compared);
    }

    /**
     * Numbers, however they are spelled, under which somebody is named who is, by what the entries say, none of those who have it. Others may
     * be faster to say so.
     */
    private static Set<String> mayBeKeptApart(
            List<Named> named,
            Map<String, SequencedMap<StudentId, StudentId>> holders,
            Map<StudentId, Identity> entries) {
        Set<String> forms = new HashSet<>();
        for (Named one : named) {
            String number = number(one);
            var ofNumber = number == null ? null : holders.get(number);
            if (number != null && ofNumber != null && isNone(one, ofNumber.keySet(), entries)) {
                forms.add(ComparisonForm.of(number));
            }
        }
        return holders.keySet().stream()
                .filter(number -> forms.contains(ComparisonForm.of(number)))
                .collect(Collectors.toSet());
    }

    private static boolean isNone(Named one, Set<StudentId> holders, Map<StudentId, Identity> entries) {
        Identity identity = one.identity();
        Apart apart = one.apart();
        if (identity == null || apart == null || !isComplete(identity)) {
            return false;
        }
        List<Identity> said =
                holders.stream().map(entries::get).filter(Objects::nonNull).toList();
        return apart.importId() == null
                || (!said.isEmpty()
                        && said.stream().allMatch(entry -> SamePerson.compare(entry, identity) == Likeness.OTHER));
    }

    /** What is known in one list, with what was said in it so far. */
    private static final class Known {
        /** What the students' entries say, or what was first said of those who have none. */
        private final Map<StudentId, Identity> entries;

        private final Set<StudentId> fromThisList = new HashSet<>();
        /** Who was meant in this list, though nothing of it may be recorded yet. */
        private final Set<StudentId> meant = new HashSet<>();

        private final Map<String, SequencedMap<StudentId, StudentId>> byForm = new HashMap<>();

        Known(Map<StudentId, Identity> entries, Map<StudentId, Identity> before) {
            this.entries = new HashMap<>(entries);
            before.forEach((student, said) -> {
                if (this.entries.putIfAbsent(student, said) == null) {
                    fromThisList.add(student);
                    meant.add(student);
                }
            });
        }

        /**
         * Whoever shares a number has an entry: one without is left from a submission that was never recorded.
         *
         * @param holders first who had it first
         */
        SequencedMap<StudentId, StudentId> candidates(String number, SequencedMap<StudentId, StudentId> holders) {
            return byForm.computeIfAbsent(ComparisonForm.of(number), _ -> {
                SequencedMap<StudentId, StudentId> candidates = new LinkedHashMap<>();
                holders.forEach((entry, meant) -> {
                    if (candidates.isEmpty() || entries.containsKey(entry)) {
                        candidates.put(entry, meant);
                    }
                });
                return candidates;
            });
        }
    }

    private Whose whose(Named one, SequencedMap<StudentId, StudentId> candidates, Known known) throws Exception {
        if (one.entry() != null) {
            StudentId meant = candidates.get(one.entry());
            return meant == null
                    ? candidates.containsValue(one.entry()) ? new Whose.Of(one.entry(), false) : new Whose.NotOfEntry()
                    : new Whose.Of(meant, false);
        }
        Identity identity = Objects.requireNonNull(one.identity());
        SequencedSet<StudentId> same = new LinkedHashSet<>();
        SequencedSet<StudentId> possible = new LinkedHashSet<>();
        candidates.forEach((entry, meant) -> {
            Likeness likeness =
                    isComplete(identity) ? SamePerson.compare(known.entries.get(entry), identity) : Likeness.OPEN;
            if (likeness == Likeness.SAME) {
                same.add(meant);
            }
            if (likeness != Likeness.OTHER) {
                possible.add(meant);
            }
        });
        Apart apart = one.apart();
        boolean saidByPerson = apart != null && apart.importId() == null;
        SequencedSet<StudentId> left = same.size() == 1 || saidByPerson ? same : possible;
        if (left.size() > 1) {
            return new Whose.OneOfSeverals();
        }
        if (left.size() == 1) {
            if (candidates.size() == 1 && isComplete(identity)) {
                StudentId entry = candidates.firstEntry().getKey();
                if (known.entries.putIfAbsent(entry, identity) == null) {
                    known.fromThisList.add(entry);
                }
            }
            known.meant.add(left.getFirst());
            return new Whose.Of(left.getFirst(), false);
        }
        boolean first = candidates.keySet().stream().anyMatch(known.fromThisList::contains);
        if (apart == null || (first && !saidByPerson)) {
            return new Whose.SomebodyElses();
        }
        for (StudentId holder : Set.copyOf(candidates.keySet())) {
            Identity said = known.entries.get(holder);
            if (known.fromThisList.contains(holder) && said != null) {
                recorder.enter(Map.of(holder, said));
            }
        }
        StudentId kept = keepApart(Objects.requireNonNull(identity.number()), candidates.values(), known.meant, apart);
        known.meant.add(kept);
        boolean isFirst = candidates.containsValue(kept);
        if (isFirst) {
            known.fromThisList.add(kept);
        } else {
            recorder.enter(Map.of(kept, identity));
            candidates.put(kept, kept);
        }
        known.entries.put(kept, identity);
        return new Whose.Of(kept, !isFirst);
    }

    @Override
    public StudentId keepApart(String number, Collection<StudentId> others, Apart apart) throws Exception {
        return keepApart(number, others, Set.of(), apart);
    }

    /** @param meant those of the others who are somebody, though nothing of them may be recorded yet */
    private StudentId keepApart(String number, Collection<StudentId> others, Set<StudentId> meant, Apart apart)
            throws Exception {
        Set<StudentId> somebody = new LinkedHashSet<>(others);
        somebody.removeIf(one -> !meant.contains(one) && !recorder.isSomebody(one));
        if (somebody.isEmpty()) {
            return others.iterator().next();
        }
        recorder.enterFromContacts(somebody);
        StudentId kept = index.register();
        for (StudentId from : somebody) {
            clashes.ask(new Find(kept, from, apart.cause(), apart.importId()));
        }
        index.share(number, kept);
        return kept;
    }

    private static @Nullable String number(Named one) {
        return one.identity() == null ? null : one.identity().number();
    }

    private static boolean isComplete(@Nullable Identity stated) {
        return stated != null && stated.tellsApart();
    }
}
