package brightline.events;

import brightline.events.account.AccountEvent;
import brightline.events.activity.ActivityEvent;
import brightline.events.agency.AgencyEvent;
import brightline.events.agreement.AgreementEvent;
import brightline.events.care.CareEvent;
import brightline.events.clash.ClashEvent;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.diversion.DiversionEvent;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.imports.ImportEvent;
import brightline.events.incident.IncidentEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.officer.OfficerEvent;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.ReferralEvent;
import brightline.events.request.RequestEvent;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ReviewEvent;
import brightline.events.roster.RosterEvent;
import brightline.events.school.SchoolEvent;
import brightline.events.student.StudentEvent;
import brightline.events.work.WorkEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every event there is, by the name it is stored under. */
public final class EventCatalogue {
    /** One sealed interface per stream. */
    private static final List<Class<?>> STREAMS = List.of(
            AgencyEvent.class,
            SchoolEvent.class,
            OfficerEvent.class,
            StudentEvent.class,
            ClashEvent.class,
            AgreementEvent.class,
            IncidentEvent.class,
            InteractionEvent.class,
            DiversionEvent.class,
            ReferralEvent.class,
            CounterpartEvent.class,
            ImportEvent.class,
            CareEvent.class,
            RosterEvent.class,
            ComplaintEvent.class,
            ReviewEvent.class,
            DeadlineEvent.class,
            DeadlineRuleEvent.class,
            DisclosureEvent.class,
            RequestEvent.class,
            EvaluationEvent.class,
            ActivityEvent.class,
            WorkEvent.class,
            AccountEvent.class);

    private static final Map<String, Class<?>> BY_NAME = byName();

    private EventCatalogue() {}

    /** All event classes by stored name, stream by stream. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    /** The class that reads what is stored under the name; empty if no event has it. */
    public static Optional<Class<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The name an event is stored under.
     *
     * @throws IllegalArgumentException if the class is no event
     */
    public static String nameOf(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventName");
        }
        return name.value();
    }

    private static Map<String, Class<?>> byName() {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        STREAMS.stream().flatMap(EventCatalogue::records).forEach(event -> {
            if (found.put(nameOf(event), event) != null) {
                throw new IllegalStateException("Two events are named " + nameOf(event));
            }
        });
        return Collections.unmodifiableMap(found);
    }

    private static Stream<Class<?>> records(Class<?> sealedType) {
        return sealedType.isSealed()
                ? Stream.of(sealedType.getPermittedSubclasses()).flatMap(EventCatalogue::records)
                : Stream.of(sealedType);
    }
}
