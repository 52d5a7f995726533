package brightline.proof.recount;

import brightline.events.Code;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the code lists say of a code on a day. */
final class Codes {
    private static final CodeLists LISTS = CodeLists.standard();

    /** Farthest first: discipline, enforcement, police powers, talk, handing back, presence. */
    private static final List<String> LEVELS = List.of("D", "3", "2", "1", "0R", "0P");

    private Codes() {}

    private static Optional<CodeEntry> entry(@Nullable String code, LocalDate day) {
        return code == null ? Optional.empty() : LISTS.find(Code.of(code), day);
    }

    static String attribute(@Nullable String code, LocalDate day, String column) {
        return entry(code, day).map(found -> found.attribute(column)).orElse("");
    }

    /** The gravest tier of the codes, 0 to 4; null where none has one. */
    static @Nullable String tier(List<String> conduct, LocalDate day) {
        return conduct.stream()
                .flatMap(code -> entry(code, day).map(CodeEntry::tier).stream())
                .map(String::valueOf)
                .max(String::compareTo)
                .orElse(null);
    }

    static @Nullable String level(String action, LocalDate day) {
        return entry(action, day).map(CodeEntry::level).map(String::valueOf).orElse(null);
    }

    /** The farthest level of the actions; null without any. */
    static @Nullable String farthest(List<String> actions, LocalDate day) {
        List<String> levels = actions.stream()
                .flatMap(action -> Optional.ofNullable(level(action, day)).stream())
                .toList();
        return LEVELS.stream().filter(levels::contains).findFirst().orElse(null);
    }
}
