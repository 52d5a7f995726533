package brightline.command.imports.reference;

import brightline.command.imports.file.Answers;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.LineFormat;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.CommandRejected;
import java.util.List;

/** A format whose lines each state something that a rule may refuse. */
interface ReferenceFormat<L extends ReferenceFormat.Stated> extends LineFormat<L> {
    /** What a line states. */
    interface Stated {
        /** Number of the line in its file, the header being 1. */
        long line();
    }

    /** What a line said beside what was recorded. */
    enum News {
        NONE,
        ADDED,
        CHANGED
    }

    /**
     * Records what a line states.
     *
     * @throws CommandRejected naming the rule that refuses it; then nothing of the line is recorded
     */
    News record(L line, RegisterEdition known) throws Exception;

    @Override
    default void take(ImportStatus status, List<L> lines, RegisterEdition known, Answers answers) throws Exception {
        for (L line : lines) {
            take(line, known, answers);
        }
    }

    /** Records what one line states, and answers it. @return whether it was taken, whatever it said */
    default boolean take(L line, RegisterEdition known, Answers answers) throws Exception {
        try {
            switch (record(line, known)) {
                case NONE -> answers.repeat(1);
                case ADDED -> answers.accept(1);
                case CHANGED -> answers.change(1);
            }
            return true;
        } catch (CommandRejected refused) {
            answers.reject(
                    new Rejection(line.line(), null, refused.rule().words().title()));
            return false;
        }
    }
}
