package brightline.edge.store;

import brightline.events.EventCatalogue;
import brightline.events.EventName;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** JSON under the events' logical names and revisions (ADR 1). What has no {@link EventName} goes by its class. */
final class EventLogSerializer extends Jackson3Serializer {
    /**
     * Absent facts take no room; tokens may nest the framework's own and ours, which its default validator refuses
     * (framework issue 4160).
     */
    static final Jackson3SerializerCustomizer JSON = mapper -> mapper.changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("org.axonframework.")
                    .allowIfSubType("brightline.edge.store.")
                    .build());

    EventLogSerializer() {
        super(builder().jsonMapperBuilderCustomizer(JSON));
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public SerializedType typeForClass(Class type) {
        EventName name = type == null ? null : (EventName) type.getAnnotation(EventName.class);
        return name == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(name.value(), Integer.toString(name.revision()));
    }

    /**
     * The class for a stored type.
     *
     * @throws SerializationException if a stored event has a name nobody knows: an event skipped in silence would be a
     *     wrong figure
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        var event = EventCatalogue.named(type.getName());
        if (event.isPresent()) {
            return event.get();
        }
        if (type.getRevision() != null) {
            throw new SerializationException("No event is named " + type.getName());
        }
        return super.classForType(type);
    }
}
