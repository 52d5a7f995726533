package brightline.command.imports.file;

import org.jspecify.annotations.Nullable;

/** A line is not taken. Names the column and the reason, never the value. */
public final class LineRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String column;
    private final String reason;

    /** @param column null where the whole line is meant */
    public LineRejected(@Nullable String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    /** Null where the whole line is meant. */
    @Nullable
    public String column() {
        return column;
    }

    /** For people. */
    public String reason() {
        return reason;
    }
}
