package brightline.command.review;

import brightline.command.interaction.InteractionAnswer;
import brightline.command.register.RegisterEdition;
import brightline.events.interaction.InteractionRecord;
import brightline.events.review.ReviewEvent.DerivedClass;
import java.util.List;

/** How the rules read a contact, officer by officer. */
final class DerivedClasses {
    private DerivedClasses() {}

    static List<DerivedClass> of(InteractionRecord record, RegisterEdition register) {
        InteractionAnswer read = InteractionAnswer.of(record, 0, register);
        return read.involvements().stream()
                .map(one ->
                        new DerivedClass(one.officer(), one.involvementClass().name(), one.rule(), read.ruleSet()))
                .toList();
    }
}
