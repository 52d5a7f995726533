package brightline.command.imports.contacts;

import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a line states, in one spelling, as a keyed MAC: equal for lines that say the same, however they write it. */
@Component
final class StatedContent {
    /** Raised when the spelling changes: MACs of another version are not compared. */
    static final int VERSION = 1;

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
        JsonNode stated = JSON.valueToTree(contact);
        ((ObjectNode) stated).remove("line");
        withoutCapacities(stated);
        return mac.of(JSON.writeValueAsString(stated));
    }

    /** An officer's usual capacity stands in for one that is not stated, and may be another tomorrow. */
    private static void withoutCapacities(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("capacity");
            object.remove("reportingCapacity");
        }
        node.forEach(StatedContent::withoutCapacities);
    }
}
