package brightline.command.submission;

import java.util.Arrays;

/**
 * A command that one stream decides alone. Each stream has one sealed interface of commands, which extends this one directly; a command
 * goes by that interface's name, so that the stream's aggregate takes all of them with one handler.
 */
public interface StreamCommand {
    /**
     * The name a command is dispatched by: its stream's interface for a stream's command, else its own class.
     *
     * @throws IllegalArgumentException if a stream's command belongs to no sealed interface, or to several
     */
    static String nameOf(Object command) {
        if (!(command instanceof StreamCommand)) {
            return command.getClass().getName();
        }
        return Arrays.stream(command.getClass().getInterfaces())
                .filter(one -> one.isSealed() && StreamCommand.class.isAssignableFrom(one))
                .map(Class::getName)
                .reduce((_, _) -> {
                    throw notOfOneStream(command);
                })
                .orElseThrow(() -> notOfOneStream(command));
    }

    private static IllegalArgumentException notOfOneStream(Object command) {
        return new IllegalArgumentException(command.getClass().getName() + " is not the command of one stream");
    }
}
