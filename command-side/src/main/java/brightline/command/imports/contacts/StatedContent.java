package brightline.command.imports.contacts;

import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a line states, in one spelling, as a keyed MAC: equal for lines that say the same, however they write it. Kept beside the key of the
 * line is that of what its source sent last.
 */
@Component
final class StatedContent {
    /**
     * Raised when MACs of before must not be compared: then nothing tells a correction from a repetition, once. Where they differ for the
     * spelling alone, lines are looked at once more, and nothing is found to correct.
     */
    static final int VERSION = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final KeyedMac mac;

    StatedContent(KeyStore keys) {
        this.mac = new KeyedMac(keys, "import-content");
    }

    /** In lower-case hexadecimal. */
    String of(ImportedContact contact) {
        ObjectNode stated = JSON.valueToTree(contact);
        stated.remove("line");
        stated.remove("writtenKey");
        stated.remove("usualCapacities");
        JsonNode compared = stated.remove("compared");
        if (compared == null) {
            stated.remove("values");
        } else {
            stated.set("values", compared);
        }
        // What other lines of the file say is not said by this one.
        stated.remove("schoolsNamed");
        withoutUsualCapacities(stated, contact.usualCapacities());
        return mac.of(JSON.writeValueAsString(stated));
    }

    /** An officer's usual capacity stands in for one that is not stated, and may be another tomorrow. */
    private static void withoutUsualCapacities(ObjectNode stated, Set<Integer> usual) {
        if (!(stated.get("facts") instanceof ObjectNode facts)) {
            return;
        }
        if (usual.contains(0)) {
            facts.remove("reportingCapacity");
        }
        JsonNode actions = facts.get("actions");
        if (actions != null) {
            actions.forEach(action -> {
                if (usual.contains(action.get("number").asInt())) {
                    ((ObjectNode) action).remove("capacity");
                }
            });
        }
    }
}
