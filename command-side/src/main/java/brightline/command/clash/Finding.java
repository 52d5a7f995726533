package brightline.command.clash;

/** What people found of two who stand under one number. */
enum Finding {
    /** They are one child. */
    SAME,
    /** They are two children, and both have the number. */
    DIFFERENT
}
