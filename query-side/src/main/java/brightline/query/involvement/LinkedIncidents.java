package brightline.query.involvement;

import brightline.events.IncidentId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which incidents were ever said to be one, whatever the direction and the number of steps. */
final class LinkedIncidents {
    private final Map<String, Set<String>> beside = new HashMap<>();

    void add(String incident, IncidentId primary) {
        add(incident, primary.toString());
    }

    private void add(String one, String other) {
        beside.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(other);
        beside.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(one);
    }

    /** The incident with all that are linked to it. */
    Set<String> of(String incident) {
        Set<String> found = new LinkedHashSet<>(Set.of(incident));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String next : beside.getOrDefault(open.pop(), Set.of())) {
                if (found.add(next)) {
                    open.push(next);
                }
            }
        }
        return found;
    }
}
