package brightline.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name as people read it. What is kept never differs from what is seen; letters, accents and joiners stay as they were written. */
public final class PersonName {
    /** What turns the direction of the text around it, and what has no width and joins nothing. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x{AD}\\x{61C}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]");

    private PersonName() {}

    /** Without marks nobody sees and without outer blanks; null for null, and where nothing is left. */
    public static @Nullable String of(@Nullable String written) {
        String seen =
                written == null ? "" : UNSEEN.matcher(written).replaceAll("").strip();
        return seen.isEmpty() ? null : seen;
    }

    /** Its beginning of at most so many characters, of which none is halved; the name itself where it is no longer. */
    public static String cut(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(longest - 1)) ? longest - 1 : longest;
        return name.substring(0, end).strip();
    }
}
