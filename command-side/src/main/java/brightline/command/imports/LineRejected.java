package brightline.command.imports;

import org.jspecify.annotations.Nullable;

/** A line is not taken. Names the column and the reason, never the value. */
final class LineRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String column;
    private final String reason;

    /** @param column null where the whole line is meant */
    LineRejected(@Nullable String column, String reason) {
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
