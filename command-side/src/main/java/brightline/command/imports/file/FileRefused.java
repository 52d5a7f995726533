package brightline.command.imports.file;

import org.jspecify.annotations.Nullable;

/** A file cannot be read by its format at all; no line of it is taken. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String file;
    private final @Nullable String column;
    private final String reason;

    /** @param column null where it is about no column */
    public FileRefused(@Nullable String column, String reason) {
        this(null, column, reason);
    }

    /**
     * @param file which of several files came together; null where there is one
     * @param column null where it is about no column
     */
    public FileRefused(@Nullable String file, @Nullable String column, String reason) {
        super(reason, null, false, false);
        this.file = file;
        this.column = column;
        this.reason = reason;
    }

    /** The same, of one of several files. */
    public FileRefused in(String file) {
        return new FileRefused(file, column, reason);
    }

    /** Which of several files came together; null where there is one. */
    @Nullable
    public String file() {
        return file;
    }

    /** Null where it is about no column. */
    @Nullable
    public String column() {
        return column;
    }

    /** For people; quotes nothing of the file. */
    public String reason() {
        return reason;
    }
}
