package brightline.command.imports.file;

import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.register.RegisterEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of lines that is being read, from any line on. */
final class LineChunks<L> implements Chunks<List<L>> {
    /** Lines to be recorded in one transaction, at most. */
    private static final int RECORDED = 200;

    /** Lines read for one transaction, at most. */
    private static final int READ = 4_000;

    private final LineFormat<L> format;
    private final Header header;
    private final TextEncoding encoding;
    private final SourceLines lines;
    private final FileSchools schools;
    private long from;

    private LineChunks(
            LineFormat<L> format,
            Header header,
            TextEncoding encoding,
            SourceLines lines,
            FileSchools schools,
            long from) {
        this.format = format;
        this.header = header;
        this.encoding = encoding;
        this.lines = lines;
        this.schools = schools;
        this.from = from;
    }

    static <L> LineChunks<L> open(LineFormat<L> format, ImportStatus status, Path file)
            throws IOException, FileRefused {
        TextEncoding encoding = TextEncoding.of(file);
        try (SourceLines first = SourceLines.open(file, encoding, 0, 0)) {
            SourceLines.Line line = first.next();
            Header header = Header.of(line, format.guide().columns(), format::needs, format::otherLayout);
            long headerEnd = line == null ? 0 : line.end();
            long from = status.nextOffset();
            FileSchools.Columns naming = format.namesSchools();
            FileSchools schools = naming == null ? FileSchools.NONE : FileSchools.in(file, encoding, header, naming);
            return new LineChunks<>(
                    format,
                    header,
                    encoding,
                    SourceLines.open(file, encoding, from == 0 ? headerEnd : from, from == 0 ? 1 : status.lastLine()),
                    schools,
                    from);
        }
    }

    @Override
    public @Nullable Chunk<List<L>> next(RegisterEdition register, Instant now) throws IOException {
        List<L> read = new ArrayList<>();
        Answers answers = new Answers();
        if (from == 0) {
            encoding.noted().ifPresent(note -> answers.note(note, 1));
        }
        long to = from;
        long last = 0;
        for (int lookedAt = 0; lookedAt < READ && read.size() < RECORDED; lookedAt++) {
            SourceLines.Line line = lines.nextRecord(header);
            if (line == null) {
                break;
            }
            to = line.end();
            last = line.lastNumber();
            if (line.isBlank()) {
                continue;
            }
            try {
                Cells cells = new Cells(line.number(), header.row(line), register, schools, now);
                OutOfScope reason = format.outOfScope(cells);
                if (reason == null) {
                    read.add(format.read(cells));
                } else {
                    answers.leaveOut(reason, 1);
                }
                answers.note(cells.notes());
            } catch (LineRejected rejected) {
                answers.reject(new Rejection(null, line.number(), rejected));
            }
        }
        if (last == 0) {
            return null;
        }
        Chunk<List<L>> chunk = new Chunk<>(from, to, last, read, answers);
        from = to;
        return chunk;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
