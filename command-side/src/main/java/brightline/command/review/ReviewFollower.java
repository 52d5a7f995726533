package brightline.command.review;

import brightline.command.follow.Follower;
import brightline.command.follow.FollowerCommands;
import brightline.command.follow.RecordedStream;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.review.ReviewCommand.OpenReview;
import brightline.events.Code;
import brightline.events.ReviewId;
import brightline.events.code.ArrestKind;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.Ground;
import brightline.events.rules.InvolvementClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens a review of every arrest, of every contact that a missing fact leaves unread, of every flagged class, of every complaint, and
 * of every contact voided that had held an arrest, force or a flagged class: one for each contact and ground, whatever is recorded of
 * it later. Paper arrests are arrests.
 */
@Component
class ReviewFollower implements Follower {
    static final String NAME = "reviews";
    private static final Set<Code> FORCE =
            Set.of(Code.of("police-action/A2_HANDCUFF"), Code.of("police-action/A2_FORCE"));

    private final FollowerCommands commands;
    private final ReferenceRegister register;

    ReviewFollower(FollowerCommands commands, ReferenceRegister register) {
        this.commands = commands;
        this.register = register;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                ComplaintReceived.class,
                InteractionOpened.class,
                ConductCoded.class,
                ActionTaken.class,
                StudentCited.class,
                StudentArrested.class,
                InteractionCorrected.class,
                InteractionVoided.class);
    }

    @Override
    public void look(RecordedStream stream) {
        if (stream.first() instanceof ComplaintReceived complaint) {
            open(new OpenReview(
                    ReviewId.of(complaint.complaintId().toString(), Ground.COMPLAINT.name()),
                    Ground.COMPLAINT,
                    complaint.incidentId(),
                    complaint.interactionId(),
                    complaint.complaintId(),
                    List.of()));
        } else if (stream.isEnteredContact()) {
            grounds(stream).values().forEach(this::open);
        }
    }

    /** Each ground with the contact as it was when the ground was first there. */
    private Map<Ground, OpenReview> grounds(RecordedStream stream) {
        RegisterEdition known = register.current();
        Map<Ground, OpenReview> found = new EnumMap<>(Ground.class);
        AtomicReference<@Nullable InteractionRecord> before = new AtomicReference<>();
        stream.eachVersion((record, _) -> {
            InteractionRecord standing = before.getAndSet(record);
            if (record.voided()) {
                if (standing != null && !standing.voided()) {
                    voided(found, standing, DerivedClasses.of(standing, known));
                }
                return;
            }
            List<DerivedClass> classes = DerivedClasses.of(record, known);
            if (holdsArrest(record)) {
                add(found, Ground.ARREST, record, classes);
            }
            if (isAny(InvolvementClass.NEEDS_REVIEW, classes)) {
                add(found, Ground.NEEDS_REVIEW, record, classes);
            }
            if (isAny(InvolvementClass.ROUTINE_DISCIPLINE, classes)) {
                add(found, Ground.FLAGGED_CLASS, record, classes);
            }
        });
        return found;
    }

    /** One review for what was gravest, with the contact as it was before it was voided. */
    private static void voided(Map<Ground, OpenReview> found, InteractionRecord standing, List<DerivedClass> classes) {
        if (holdsArrest(standing)) {
            add(found, Ground.VOIDED_ARREST, standing, classes);
        } else if (holdsForce(standing)) {
            add(found, Ground.VOIDED_FORCE, standing, classes);
        } else if (isAny(InvolvementClass.ROUTINE_DISCIPLINE, classes)) {
            add(found, Ground.VOIDED_FLAGGED_CLASS, standing, classes);
        }
    }

    static boolean holdsArrest(InteractionRecord record) {
        return record.actions().stream().anyMatch(action -> ArrestKind.of(action.code()) != ArrestKind.NONE);
    }

    private static boolean holdsForce(InteractionRecord record) {
        return !record.treatment().force().isEmpty()
                || record.actions().stream().anyMatch(action -> FORCE.contains(action.code()));
    }

    private static boolean isAny(InvolvementClass wanted, List<DerivedClass> classes) {
        return classes.stream().anyMatch(one -> one.involvementClass().equals(wanted.name()));
    }

    private static void add(
            Map<Ground, OpenReview> found, Ground ground, InteractionRecord record, List<DerivedClass> classes) {
        found.putIfAbsent(
                ground,
                new OpenReview(
                        ReviewId.of(record.interactionId().toString(), ground.name()),
                        ground,
                        record.incidentId(),
                        record.interactionId(),
                        null,
                        classes));
    }

    private void open(OpenReview command) {
        commands.send(this, command, ReviewAnswer.class);
    }
}
