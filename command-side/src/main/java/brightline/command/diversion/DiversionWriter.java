package brightline.command.diversion;

import brightline.command.interaction.Editor;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, as far as that decides which diversions may be touched.
 *
 * @param editor an officer touches those of own cases, supervisors and coordinators all
 * @param provider user name of a programme's account, which touches its own; null for everybody else
 */
public record DiversionWriter(Editor editor, @Nullable String provider) {}
