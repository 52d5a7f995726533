package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A code and the list it stands in, written {@code list/code}. Whether the list knows it, and on which days, is data of the
 * code lists and not asked here.
 *
 * @param list name of the list, without a slash
 * @param code text of the code as its source writes it; may hold slashes
 */
public record Code(String list, String code) {

    /** @throws IllegalArgumentException when either part is blank or the list's name holds a slash */
    public Code {
        if (list.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("A code names its list and its code: list/code");
        }
        if (list.indexOf('/') >= 0) {
            throw new IllegalArgumentException("The name of a code list holds no slash");
        }
    }

    /**
     * Reads the text form, cut at its first slash.
     *
     * @throws IllegalArgumentException when there is no slash or a part is blank
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Code of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A code names its list and its code: list/code");
        }
        return new Code(text.substring(0, slash), text.substring(slash + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return list + '/' + code;
    }
}
