package brightline.query.roster;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.query.figures.ReferenceEntries;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose schools an account reads: an officer's are those of the officer's assignments of today, everybody else's are set at the account. */
@Component
public final class OwnSchools {
    private final JdbcClient jdbc;
    private final ReferenceEntries entries;
    private final RecordingClock clock;

    OwnSchools(JdbcClient jdbc, ReferenceEntries entries, RecordingClock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Their first codes. An officer's account that names no officer of the roster has those set at the account.
     *
     * @return empty for none, which does not mean all
     */
    public Set<String> of(CurrentActor actor) {
        if (actor.role() != AccountRole.SRO || actor.officerId() == null) {
            return actor.schools().isEmpty()
                    ? Set.of()
                    : actor.schools().stream().map(entries.firstCodes()).collect(Collectors.toUnmodifiableSet());
        }
        LocalDate today =
                clock.instant().atZone(entries.settings(Long.MAX_VALUE).zone()).toLocalDate();
        return jdbc.sql("""
                        select distinct school from rm.roster_assignment
                         where officer = :officer and known_to_index is null
                           and first_day <= :today and (last_day is null or last_day >= :today)
                        """)
                .param("officer", actor.officerId())
                .param("today", today)
                .query(String.class)
                .set();
    }
}
