package brightline.command.agreement;

import brightline.command.register.AgreementInForce;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.*;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What decisions about an agreement need to remember. */
sealed interface AgreementState {
    record Unknown() implements AgreementState {}

    /**
     * @param inForce every stretch of days on which it binds
     * @param proposals by number of the rule set
     */
    record Drafted(
            AgreementEvent.Kind kind,
            String title,
            List<String> parties,
            List<AgreementInForce> inForce,
            Text text,
            Map<Integer, Proposal> proposals)
            implements AgreementState {
        public Drafted {
            parties = List.copyOf(parties);
            inForce = List.copyOf(inForce);
            proposals = Map.copyOf(proposals);
        }

        Drafted with(Text other) {
            return new Drafted(kind, title, parties, inForce, other, proposals);
        }

        Drafted with(int ruleSet, Proposal proposal) {
            Map<Integer, Proposal> all = new HashMap<>(proposals);
            all.put(ruleSet, proposal);
            return new Drafted(kind, title, parties, inForce, text, all);
        }
    }

    /**
     * The text in its versions.
     *
     * @param adopted every stretch of days on which one is in effect
     * @param ends last days that were said of the whole agreement
     */
    record Text(
            List<VersionWritten> versions,
            Set<CommunityHeard> heard,
            List<VersionAdopted> adopted,
            Set<LocalDate> ends) {
        static final Text NONE = new Text(List.of(), Set.of(), List.of(), Set.of());

        public Text {
            versions = List.copyOf(versions);
            heard = Set.copyOf(heard);
            adopted = List.copyOf(adopted);
            ends = Set.copyOf(ends);
        }
    }

    /** @param approval null until it is approved */
    record Proposal(
            LocalDate on,
            Set<RuleSetTested> tests,
            @Nullable RuleSetApproved approval) {
        public Proposal {
            tests = Set.copyOf(tests);
        }

        Proposal with(RuleSetTested test) {
            Set<RuleSetTested> all = new HashSet<>(tests);
            all.add(test);
            return new Proposal(on, all, approval);
        }
    }
}
