package brightline.command.incident;

import brightline.command.endpoint.ReadBy;
import brightline.command.interaction.StudentEntry;
import brightline.edge.description.CodeList;
import brightline.edge.description.OneOf;
import brightline.events.Stated;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident with its students, as it is sent: all of it is recorded, or nothing.
 *
 * @param occurredAt ISO 8601 with an offset; at most five minutes ahead of our clock
 * @param school code of a school of the register
 * @param place code list {@code place}; null if not known
 * @param inSession whether school was in session there and then: YES, NO or nothing
 * @param officer who reports, by id or star number; null for the signed-in officer
 * @param capacity code list {@code capacity}; null for that officer's usual one
 * @param references numbers under which other systems know the incident
 * @param students 1 to 100
 */
@ReadBy(DocumentReader.class)
public record IncidentDocument(
        @NotNull @Schema(format = "date-time") @Nullable String occurredAt,
        @NotNull @Size(max = 40) @Nullable String school,
        @CodeList("place") @Nullable String place,
        @OneOf(Stated.class) @Nullable String inSession,
        @Nullable String officer,
        @CodeList("capacity") @Nullable String capacity,
        @Size(max = 20) @Nullable List<@Nullable Reference> references,
        @NotEmpty @Size(max = 100) @Nullable List<@Nullable StudentEntry> students) {

    @Override
    public String toString() {
        return "[redacted]";
    }

    /**
     * A number another system gave.
     *
     * @param kind code list {@code reference-kind}
     */
    public record Reference(
            @NotNull @CodeList("reference-kind") @Nullable String kind,
            @NotBlank @Size(max = 60) @Nullable String value) {}
}
