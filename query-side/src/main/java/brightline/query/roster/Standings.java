package brightline.query.roster;

import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An officer's standing on one day, for whoever tells of a contact. */
@Component
public final class Standings {
    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of an officer on the day of a contact. None of it stands in the way of recording the contact.
     *
     * @param assigned whether the officer had an assignment to the school that day
     * @param untrained topics asked for in which the officer was not current, as {@code list/code}
     * @param ineligible what spoke against the officer, as codes
     */
    public record Standing(UUID officer, boolean assigned, List<String> untrained, List<String> ineligible) {
        public Standing {
            untrained = List.copyOf(untrained);
            ineligible = List.copyOf(ineligible);
        }

        /** In a sentence; null where nothing is to be said. */
        public @Nullable String words(String name) {
            List<String> parts = new ArrayList<>();
            if (!assigned) {
                parts.add("was not assigned to this school");
            }
            if (!untrained.isEmpty()) {
                parts.add("was not current in %d %s"
                        .formatted(untrained.size(), untrained.size() == 1 ? "topic" : "topics"));
            }
            if (!ineligible.isEmpty()) {
                parts.add("was not eligible");
            }
            return parts.isEmpty() ? null : "On that day officer " + name + " " + String.join(", ", parts) + ".";
        }
    }

    /** As known at an index of the log that the projection {@value RosterProjection#NAME} holds. */
    public Standing of(UUID officer, String school, LocalDate day, long horizon) {
        StandingSql sql = new StandingSql(ProgrammeRules.at(horizon, jdbc, CodeLists.standard()));
        return jdbc.sql("select %s as assigned, %s as untrained, %s as ineligible from (select 1) one"
                        .formatted(
                                StandingSql.assigned(":officer", ":school", ":day"),
                                sql.untrained(":officer", ":day"),
                                sql.ineligible(":officer", "cast(:day as date)")))
                .param("officer", officer)
                .param("school", school)
                .param("day", day)
                .param("horizon", horizon)
                .query((row, _) -> new Standing(
                        officer,
                        row.getBoolean("assigned"),
                        Rosters.texts(row.getArray("untrained")),
                        Rosters.texts(row.getArray("ineligible"))))
                .single();
    }
}
