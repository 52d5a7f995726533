package brightline.command.imports.file;

import brightline.command.submission.DerivedIds;
import brightline.events.ComparisonForm;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a source calls an incident or a person in one. Ids come from it, so that a line taken twice is one fact whatever file
 * it stands in; it says nothing of who the person is.
 *
 * @param profile the format
 * @param kind what is named, for instance {@code incident} or {@code person}
 */
public record SourceKey(String profile, String kind, List<String> parts) {
    public SourceKey {
        parts = List.copyOf(parts);
    }

    /** The key as keys are compared, each part in its {@link ComparisonForm}: what nobody could tell apart on paper is one. */
    public SourceKey compared() {
        return new SourceKey(
                profile, kind, parts.stream().map(ComparisonForm::of).toList());
    }

    /** For people. */
    public String text() {
        return String.join("|", parts);
    }

    /** SHA-256 over all of it, lower-case hexadecimal; parts cannot run into each other. */
    public String hash() {
        return HexFormat.of().formatHex(DerivedIds.digest(all()));
    }

    /** The id of what is named. */
    public UUID id() {
        return DerivedIds.of(all());
    }

    private List<String> all() {
        return Stream.concat(Stream.of(profile, kind), parts.stream()).toList();
    }
}
