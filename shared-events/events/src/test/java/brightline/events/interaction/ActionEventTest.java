package brightline.events.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionEvent.ActionEvent;
import brightline.events.interaction.InteractionEvent.ActionTaken;
import brightline.events.interaction.InteractionEvent.StudentArrested;
import brightline.events.interaction.InteractionEvent.StudentCited;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActionEventTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    @Test
    void custody_is_told_as_an_arrest_and_a_ticket_as_a_citation_of_our_own_codes_and_of_imported_ones() {
        assertThat(toldAs(StudentArrested.class))
                .containsExactlyInAnyOrder(
                        "police-action/A3_ARREST",
                        "police-action/A3_STATION_ADJ",
                        "ca-result/ROS_CUSTODIAL_WARRANT",
                        "ca-result/ROS_CUSTODIAL_WITHOUT_WARRANT");
        assertThat(toldAs(StudentCited.class))
                .containsExactlyInAnyOrder(
                        "police-action/A3_CITE", "ca-result/ROS_CITATION", "ca-result/ROS_IN_FIELD_CITE_RELEASE");
        assertThat(toldAs(ActionTaken.class)).contains("police-action/A2_DETAIN", "ca-result/ROS_WARNING");
    }

    private static List<String> toldAs(Class<? extends ActionEvent> kind) {
        return List.of("police-action", "ca-result").stream()
                .flatMap(list -> CodeLists.standard().validOn(list, DAY).stream())
                .map(CodeEntry::key)
                .filter(code -> kind.isInstance(of(code)))
                .map(Code::toString)
                .toList();
    }

    private static ActionEvent of(Code code) {
        return ActionEvent.of(
                new InteractionId(new UUID(1, 1)),
                new PoliceAction(1, code, null, null, Stated.NO, null, null, null, null, null));
    }
}
