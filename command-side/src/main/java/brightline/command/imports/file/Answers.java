package brightline.command.imports.file;

import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of the lines of one piece: each has one answer. */
public final class Answers {
    private final Map<OutOfScope, Long> outOfScope = new EnumMap<>(OutOfScope.class);
    private final Map<Note, Long> notes = new LinkedHashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long accepted;
    private long changed;
    private long duplicates;

    /** Of lines nobody has read yet. */
    public Answers() {}

    /** Those that reading a piece gave. */
    public Answers(Answers read) {
        leaveOut(read.outOfScope);
        rejections.addAll(read.rejections);
        note(read.notes);
        accepted = read.accepted;
        changed = read.changed;
        duplicates = read.duplicates;
    }

    /** Lines that say something new. */
    public void accept(long lines) {
        accepted += lines;
    }

    /** Lines that are accepted, and change what was recorded before. */
    public void change(long lines) {
        accepted += lines;
        changed += lines;
    }

    /** Lines that say nothing new. */
    public void repeat(long lines) {
        duplicates += lines;
    }

    /** Lines of no concern. */
    public void leaveOut(OutOfScope reason, long lines) {
        if (lines > 0) {
            outOfScope.merge(reason, lines, Long::sum);
        }
    }

    /** Lines of no concern, by reason. */
    public void leaveOut(Map<OutOfScope, Long> lines) {
        lines.forEach(this::leaveOut);
    }

    /** A line that is not taken. */
    public void reject(Rejection line) {
        rejections.add(line);
    }

    /** Something to be said of the file; adds up. */
    public void note(Note note, long count) {
        if (count > 0) {
            notes.merge(note, count, Long::sum);
        }
    }

    /** Several things to be said of the file. */
    public void note(Map<Note, Long> more) {
        more.forEach(this::note);
    }

    /** What is to be said of the file, and of how many. */
    public Map<Note, Long> notes() {
        return Map.copyOf(notes);
    }

    /** Lines of no concern, by reason; reasons of no line are left out. */
    public Map<OutOfScope, Long> outOfScope() {
        return Map.copyOf(outOfScope);
    }

    /** Lines that are not taken, in the order they were answered. */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** How many lines had which answer. */
    public Counts counts() {
        long left = outOfScope.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(accepted, duplicates, left, rejections.size(), changed);
    }
}
