package brightline.command.imports;

import org.jspecify.annotations.Nullable;

/** A file cannot be read by its format at all; no line of it is taken. */
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String file;
    private final @Nullable String column;
    private final String reason;

    FileRefused(@Nullable String column, String reason) {
        this(null, column, reason);
    }

    /** @param file which of several files came together; null where there is one */
    FileRefused(@Nullable String file, @Nullable String column, String reason) {
        super(reason, null, false, false);
        this.file = file;
        this.column = column;
        this.reason = reason;
    }

    @Nullable
    String file() {
        return file;
    }

    @Nullable
    String column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
