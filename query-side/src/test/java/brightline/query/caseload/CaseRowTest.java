package brightline.query.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionEvent.ActionEvent;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseRowTest {
    private static final CodeLists LISTS = CodeLists.standard();

    @Test
    void a_ticket_by_an_officer_of_a_school_is_our_own_citation_and_no_imported_one() {
        assertThat(List.of("police-action", "ca-result"))
                .flatExtracting(list -> LISTS.validOn(list, LocalDate.parse("2026-12-01")))
                .extracting(CodeEntry::key)
                .filteredOn(action -> isTicket(action, "SRO"))
                .containsExactly(Code.of("police-action/A3_CITE"));
        assertThat(isTicket(Code.of("police-action/A3_CITE"), "PATROL")).isFalse();
    }

    private static boolean isTicket(Code action, String capacity) {
        InteractionId id = new InteractionId(new UUID(1, 1));
        InteractionRecord opened = InteractionRecord.of(new InteractionOpened(
                id,
                new IncidentId(new UUID(3, 3)),
                new SubjectHandle(new UUID(2, 2)),
                InvolvementRole.SUBJECT,
                Instant.parse("2026-12-01T16:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Source.ENTERED));
        Code role = new Code("capacity", capacity);
        PoliceAction done = new PoliceAction(1, action, null, role, Stated.NO, null, null, null, null, null);
        InteractionRecord record = InteractionRecord.evolve(opened, ActionEvent.of(id, done));
        return Boolean.TRUE.equals(new CaseRow(LISTS).of(record, null).get("ticketed_by_sro"));
    }
}
