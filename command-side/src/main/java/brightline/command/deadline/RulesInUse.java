package brightline.command.deadline;

import brightline.command.follow.RecordedStream.Entry;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.RegisterEdition;
import brightline.events.DeadlineRuleId;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRuleEvent.DeadlineRuleSwitched;
import brightline.events.deadline.DeadlineRules;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rows of the table of deadlines that bind the agency: of its jurisdiction and switched on. */
@Component
class RulesInUse {
    private final RecordedStreams streams;

    RulesInUse(RecordedStreams streams) {
        this.streams = streams;
    }

    /** The rows of the agency's jurisdiction, whatever the day. */
    List<DeadlineRule> of(RegisterEdition register) {
        List<DeadlineRule> rows = DeadlineRules.standard().stream()
                .filter(rule -> rule.jurisdiction().equals(register.agency().jurisdiction()))
                .toList();
        Set<String> said = streams.existing(rows.stream()
                .map(rule -> DeadlineRuleId.of(rule.rule()).toString())
                .toList());
        return rows.stream().filter(rule -> isOn(rule, said)).toList();
    }

    private boolean isOn(DeadlineRule rule, Set<String> said) {
        String stream = DeadlineRuleId.of(rule.rule()).toString();
        if (!said.contains(stream)) {
            return rule.on();
        }
        boolean on = rule.on();
        for (Entry entry : streams.read(stream).entries()) {
            if (entry.event() instanceof DeadlineRuleSwitched switched) {
                on = switched.on();
            }
        }
        return on;
    }
}
