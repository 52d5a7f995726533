package brightline.events.rules;

import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every input a rule set must answer: 5 roles, 6 tiers, 3 answers on imminence, 8 initiators, 7 levels. */
final class EveryInput {

    static final List<@Nullable String> INITIATORS =
            Arrays.asList("STAFF_REQUEST", "OFFICER", "DISPATCH", "STUDENT", "WARRANT", "SCREENING", "OTHER", null);

    static final List<ClassifierInput> ALL = all();

    private EveryInput() {}

    private static List<ClassifierInput> all() {
        List<ClassifierInput> all = new ArrayList<>();
        for (InvolvementRole role : InvolvementRole.values()) {
            for (Tier tier : Tier.values()) {
                for (Stated imminence : Stated.values()) {
                    for (@Nullable String initiator : INITIATORS) {
                        for (ActionLevel level : ActionLevel.values()) {
                            all.add(new ClassifierInput(role, tier, imminence, initiator, level, false));
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }
}
