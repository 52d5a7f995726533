package brightline.command.imports;

import brightline.command.submission.Rule;

/** What can refuse that an import is stopped or goes on. The rules are ours. */
enum ImportRule implements Rule {
    /** There is nothing left of it to be stopped or read on. */
    IMPORT_HAS_ENDED(
            "This import has ended", "Look at what became of its records; nothing of the file is left to be read."),
    /** Files of imports that stand still are not kept for ever. */
    IMPORT_FILE_NOT_KEPT(
            "The file of this import is not kept any more",
            "Send the same file again: what is in stays in, and reading goes on where it stood.");

    private final Words words;

    ImportRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
