package brightline.query;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionEvent;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.OutcomeDecided;
import brightline.events.interaction.PoliceAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One student's part of an incident, told in a few words; what is not said is as scenarios have it by default. */
public final class Contact {
    private final InteractionId id = Story.interaction();
    private InvolvementRole role = InvolvementRole.SUBJECT;
    private Instant occurredAt = Instant.parse("2026-03-02T16:00:00Z");
    private @Nullable Code initiator = new Code("initiator", "STAFF_REQUEST");
    private @Nullable OfficerId officer;
    private @Nullable Code capacity = new Code("capacity", "SRO");
    private Stated imminence = Stated.NO;
    private List<Code> conduct = List.of();
    private final List<PoliceAction> actions = new ArrayList<>();
    private @Nullable String outcome;
    private Stated possible = Stated.MISSING;
    private @Nullable Statistics statistics;
    private @Nullable String homeSchool = "HOME";
    private Source source = Source.ENTERED;
    private final List<Function<InteractionId, InteractionEvent>> further = new ArrayList<>();

    public static Contact of(OfficerId officer) {
        Contact contact = new Contact();
        contact.officer = officer;
        return contact;
    }

    public Contact role(InvolvementRole said) {
        role = said;
        return this;
    }

    public Contact at(String moment) {
        occurredAt = Instant.parse(moment);
        return this;
    }

    public Contact initiator(@Nullable String code) {
        initiator = code == null ? null : new Code("initiator", code);
        return this;
    }

    /** The officer of the contact and of the actions that follow, and the capacity; null where nobody stated it. */
    public Contact by(OfficerId other, @Nullable String otherCapacity) {
        officer = other;
        capacity = otherCapacity == null ? null : new Code("capacity", otherCapacity);
        return this;
    }

    /** The imminence of the actions that follow. */
    public Contact imminent(Stated said) {
        imminence = said;
        return this;
    }

    public Contact conduct(String... codes) {
        conduct = java.util.Arrays.stream(codes).map(Code::of).toList();
        return this;
    }

    public Contact action(String code) {
        actions.add(new PoliceAction(
                actions.size() + 1,
                new Code("police-action", code),
                officer,
                capacity,
                imminence,
                null,
                null,
                null,
                null,
                null));
        return this;
    }

    public Contact outcome(@Nullable String code, Stated arrestPossible) {
        outcome = code;
        possible = arrestPossible;
        return this;
    }

    public Contact student(@Nullable String pseudonym, @Nullable String race) {
        statistics = new Statistics(
                race == null ? null : new Code("race", race),
                new Code("sex", "F"),
                new Code("grade-band", "9-12"),
                15,
                null,
                Stated.NO,
                pseudonym);
        return this;
    }

    /** @param code null where none is recorded */
    public Contact homeSchool(@Nullable String code) {
        homeSchool = code;
        return this;
    }

    public Contact source(Source from) {
        source = from;
        return this;
    }

    /** One more event of the same submission. */
    public Contact also(Function<InteractionId, InteractionEvent> event) {
        further.add(event);
        return this;
    }

    public InteractionId id() {
        return id;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    Source source() {
        return source;
    }

    @Nullable
    Statistics statistics() {
        return statistics;
    }

    List<InteractionEvent> events(IncidentId incident, SubjectHandle subject, @Nullable SecretRef sealed) {
        List<InteractionEvent> events = new ArrayList<>();
        events.add(new InteractionOpened(
                id,
                incident,
                subject,
                role,
                occurredAt,
                initiator,
                null,
                homeSchool == null ? null : new SchoolCode(homeSchool),
                officer,
                capacity,
                null,
                sealed,
                source));
        if (!conduct.isEmpty()) {
            events.add(new ConductCoded(id, conduct));
        }
        actions.forEach(action -> events.add(ActionEvent.of(id, action)));
        if (outcome != null || possible != Stated.MISSING) {
            events.add(new OutcomeDecided(
                    id, new Decision(outcome == null ? null : new Code("outcome", outcome), possible, List.of())));
        }
        further.forEach(event -> events.add(event.apply(id)));
        return events;
    }
}
