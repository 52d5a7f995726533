package brightline.command.register;

import brightline.events.SchoolCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A school as the register knows it.
 *
 * @param code the first one, which is its identity and its stream
 * @param provisional named by an import and confirmed by nobody yet
 * @param codes those it bears or bore, by their days
 */
public record SchoolEntry(SchoolCode code, String name, boolean provisional, List<Worn> codes) {
    public SchoolEntry {
        codes = List.copyOf(codes);
    }

    /** One that has borne one code ever since. */
    public SchoolEntry(SchoolCode code, String name, boolean provisional) {
        this(code, name, provisional, List.of(new Worn(code.value(), null, null)));
    }

    /** All that lead to it, the first among them though it may never have been the school's. */
    public Stream<String> leading() {
        return Stream.concat(Stream.of(code.value()), codes.stream().map(Worn::number));
    }
}
