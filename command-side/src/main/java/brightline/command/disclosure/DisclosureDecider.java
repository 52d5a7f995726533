package brightline.command.disclosure;

import brightline.command.disclosure.DisclosureCommand.*;
import brightline.command.disclosure.DisclosureState.Made;
import brightline.command.disclosure.DisclosureState.Unknown;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.disclosure.DisclosureEvent.*;
import java.util.List;

final class DisclosureDecider {
    private DisclosureDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<DisclosureEvent> decide(DisclosureCommand command, DisclosureState state) {
        return switch (command) {
            case RecordDisclosure record -> made(record, state);
            case AskForNotice ask ->
                switch (state) {
                    case Unknown _ -> throw DisclosureRule.DISCLOSURE_UNKNOWN.broken();
                    case Made made -> ask(ask, made);
                };
            case SendNotice send ->
                switch (state) {
                    case Unknown _ -> throw DisclosureRule.DISCLOSURE_UNKNOWN.broken();
                    case Made made -> send(send, made);
                };
        };
    }

    private static List<DisclosureEvent> made(RecordDisclosure command, DisclosureState state) {
        DisclosureMade made = new DisclosureMade(
                command.disclosureId(),
                command.interactionId(),
                command.recipient(),
                command.basis(),
                command.parts(),
                command.disclosedAt());
        return switch (state) {
            case Unknown _ -> {
                if (command.disclosedAt().isAfter(command.now())) {
                    throw DisclosureRule.DISCLOSED_IN_THE_FUTURE.broken();
                }
                yield List.of(made);
            }
            case Made(var as, var _, var _) -> {
                if (!as.equals(made)) {
                    throw DisclosureRule.DISCLOSURE_RECORDED_DIFFERENTLY.broken();
                }
                yield List.of();
            }
        };
    }

    /** What was given after the correction was right; of two corrections the later one is to be told. */
    private static List<DisclosureEvent> ask(AskForNotice command, Made made) {
        boolean toldOrLater = made.as().disclosedAt().isAfter(command.correctedAt())
                || (made.due() != null
                        && !command.correctedAt().isAfter(made.due().correctedAt()));
        return toldOrLater
                ? List.of()
                : List.of(new NoticeDue(command.disclosureId(), command.cause(), command.correctedAt()));
    }

    private static List<DisclosureEvent> send(SendNotice command, Made made) {
        NoticeSent sent = new NoticeSent(command.disclosureId(), command.sentAt(), command.manner());
        if (sent.equals(made.sent())) {
            return List.of();
        }
        NoticeDue due = made.due();
        if (due == null || !made.isNoticeDue()) {
            throw DisclosureRule.NO_NOTICE_DUE.broken();
        }
        if (command.sentAt().isBefore(due.correctedAt())) {
            throw DisclosureRule.NOTICE_BEFORE_CORRECTION.broken();
        }
        if (command.sentAt().isAfter(command.now())) {
            throw DisclosureRule.NOTICE_IN_THE_FUTURE.broken();
        }
        return List.of(sent);
    }

    static DisclosureState evolve(DisclosureState state, DisclosureEvent event) {
        return switch (event) {
            case DisclosureMade made -> new Made(made, null, null);
            case NoticeDue due -> state instanceof Made(var as, var _, var sent) ? new Made(as, due, sent) : state;
            case NoticeSent sent -> state instanceof Made(var as, var due, var _) ? new Made(as, due, sent) : state;
        };
    }
}
