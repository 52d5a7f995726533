package brightline.query.figures;

import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for what groups hold. */
final class Labels {
    private final CodeLists lists;
    private final LocalDate today;
    private final Map<String, String> schools;
    private final Map<String, String> officers;

    Labels(CodeLists lists, LocalDate today, Map<String, String> schools, Map<String, String> officers) {
        this.lists = lists;
        this.today = today;
        this.schools = schools;
        this.officers = officers;
    }

    Map<Dimension, String> of(Map<Dimension, @Nullable String> group) {
        Map<Dimension, String> labels = new EnumMap<>(Dimension.class);
        group.forEach((dimension, value) -> {
            String label = value == null ? null : label(dimension, value);
            if (label != null) {
                labels.put(dimension, label);
            }
        });
        return labels;
    }

    private @Nullable String label(Dimension dimension, String value) {
        String list = dimension.codeList();
        if (list != null) {
            return lists.find(new Code(list, value), today).map(CodeEntry::name).orElse(null);
        }
        return switch (dimension) {
            case SCHOOL -> schools.get(value);
            case HOME_SCHOOL ->
                value.equals(SchoolCode.OUT_OF_DISTRICT.value()) ? "In no school of the district" : schools.get(value);
            case OFFICER -> officers.get(value);
            case CLASS -> {
                String words = value.replace('_', ' ').toLowerCase(Locale.ROOT);
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
            default -> null;
        };
    }
}
