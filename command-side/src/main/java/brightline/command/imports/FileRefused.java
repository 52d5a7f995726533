package brightline.command.imports;

import org.jspecify.annotations.Nullable;

/** A file cannot be read by its format at all; no line of it is taken. */
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String column;
    private final String reason;

    FileRefused(@Nullable String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    @Nullable
    String column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
