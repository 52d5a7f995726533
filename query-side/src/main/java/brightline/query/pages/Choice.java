package brightline.query.pages;

import java.util.List;

/** One value of a select, radio group or check list. */
public record Choice(String value, String label, boolean selected) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, false);
    }

    /** The same choices with the one of this value selected. */
    public static List<Choice> select(List<Choice> choices, String value) {
        return choices.stream()
                .map(choice -> new Choice(choice.value, choice.label, choice.value.equals(value)))
                .toList();
    }
}
