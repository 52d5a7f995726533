package brightline.query.audit;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionTaken;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.DeEscalationRecorded;
import brightline.events.interaction.InteractionEvent.ForceUsed;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.InteractionSupplemented;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionEvent.NarrativeRecorded;
import brightline.events.interaction.InteractionEvent.NoticePacketGiven;
import brightline.events.interaction.InteractionEvent.OutcomeDecided;
import brightline.events.interaction.InteractionEvent.QuestioningRecorded;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.InteractionEvent.StudentArrested;
import brightline.events.interaction.InteractionEvent.StudentCited;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event says, in a sentence. Codes are named as their lists name them on the day given. */
final class EventWords {
    private final CodeLists lists;
    private final LocalDate on;

    EventWords(CodeLists lists, LocalDate on) {
        this.lists = lists;
        this.on = on;
    }

    String of(IncidentEvent event) {
        return switch (event) {
            case IncidentOpened opened ->
                "Incident %s was recorded at %s, place: %s, school in session: %s, students: %d."
                        .formatted(
                                opened.number(),
                                school(opened.school()),
                                name(opened.place()),
                                said(opened.inSession()),
                                opened.interactions().size());
            case InteractionAdded _ -> "One more student was added to the incident.";
            case SchoolCorrected corrected ->
                "The school was corrected from %s to %s. %s"
                        .formatted(school(corrected.from()), school(corrected.to()), because(corrected.correction()));
            case IncidentLinked linked ->
                "The incident was marked as entered twice; it counts as incident %s. %s"
                        .formatted(linked.primary(), because(linked.correction()));
        };
    }

    String of(InteractionEvent event) {
        return switch (event) {
            case InteractionOpened opened ->
                "%s recorded a contact with one student as %s, started by: %s%s."
                        .formatted(
                                officer(opened.reportingOfficer()),
                                opened.role().name().toLowerCase(Locale.ROOT),
                                name(opened.initiator()),
                                opened.requestedBy() == null ? "" : ", asked by: " + name(opened.requestedBy()));
            case ConductCoded coded -> "Conduct was coded: %s.".formatted(names(coded.conduct()));
            case ActionTaken taken -> action(taken.action());
            case StudentCited cited -> action(cited.action());
            case StudentArrested arrested -> action(arrested.action());
            case DeEscalationRecorded recorded -> calming(recorded.deEscalation());
            case QuestioningRecorded recorded -> questioning(recorded.questioning());
            case ForceUsed used -> force(used.force());
            case NoticePacketGiven given -> packet(given.noticePacket());
            case OutcomeDecided decided -> decision(decided.decision());
            case NarrativeRecorded _ -> "The officer's account was recorded.";
            case AdviceShown advice -> shown(advice);
            case ActionUnticked unticked ->
                "Before sending, and after the line had been shown, an action was unticked at %s: %s; why: %s."
                        .formatted(unticked.untickedAt(), name(unticked.action()), name(unticked.reason()));
            case SourceRecorded source -> "Taken in from a file of format %s.".formatted(source.profile());
            case InteractionCorrected corrected ->
                "%s %s".formatted(corrected(corrected.corrected()), because(corrected.correction()));
            case SubjectCorrected corrected ->
                "It was another student: the record moved to that student. %s"
                        .formatted(because(corrected.correction()));
            case InteractionSupplemented supplemented ->
                "The record was supplemented%s. %s"
                        .formatted(
                                supplemented.narrative() == null ? "" : " with an account",
                                because(supplemented.correction()));
            case InteractionVoided voided ->
                "The record was voided and counts nowhere. %s".formatted(because(voided.correction()));
        };
    }

    private String shown(AdviceShown advice) {
        String involvementClass = advice.involvementClass();
        return "Before sending%s, the officer was shown %s%s."
                .formatted(
                        advice.shownAt() == null ? "" : ", at " + advice.shownAt(),
                        involvementClass == null
                                ? "the line, before anything done was ticked (rule set %d)".formatted(advice.ruleSet())
                                : "class %s by rule %s of rule set %d"
                                        .formatted(involvementClass, advice.rule(), advice.ruleSet()),
                        advice.actions() == null || advice.actions().isEmpty()
                                ? ""
                                : "; ticked then: " + names(advice.actions()));
    }

    private String corrected(CorrectedFact fact) {
        return switch (fact) {
            case CorrectedFact.Conduct(var conduct) -> "Conduct was corrected to: %s.".formatted(names(conduct));
            case CorrectedFact.Initiator(var initiator, var requestedBy) ->
                "Who started it was corrected to: %s%s."
                        .formatted(name(initiator), requestedBy == null ? "" : ", asked by: " + name(requestedBy));
            case CorrectedFact.OccurredAt(var occurredAt) ->
                "The time it happened was corrected to %s.".formatted(occurredAt);
            case CorrectedFact.Role(var role) ->
                "The student's part was corrected to %s.".formatted(role.name().toLowerCase(Locale.ROOT));
            case CorrectedFact.Action(var action) ->
                "Action %d was corrected. %s".formatted(action.number(), action(action));
            case CorrectedFact.ActionWithdrawn(var number) -> "Action %d was withdrawn.".formatted(number);
            case CorrectedFact.Settlement(var decision) -> "The outcome was corrected. " + decision(decision);
            case CorrectedFact.Calming(var calming) -> "De-escalation was corrected. " + calming(calming);
            case CorrectedFact.Questions(var questions) -> "Questioning was corrected. " + questioning(questions);
            case CorrectedFact.ForceUses(var force) ->
                "Force and restraint were corrected. "
                        + (force.isEmpty()
                                ? "None was used."
                                : force.stream().map(this::force).collect(Collectors.joining(" ")));
            case CorrectedFact.Packet(var packet) -> "The notice on release was corrected. " + packet(packet);
            case CorrectedFact.Statistics _ -> "The student's statistics were corrected.";
        };
    }

    private String action(PoliceAction action) {
        return "%s as %s: %s; real and immediate threat: %s%s%s."
                .formatted(
                        officer(action.officer()),
                        name(action.capacity()),
                        name(action.code()),
                        said(action.imminence()),
                        action.imminenceReason() == null ? "" : ", " + name(action.imminenceReason()),
                        action.referredTo() == null ? "" : "; taken back by: " + name(action.referredTo()));
    }

    private String calming(DeEscalation calming) {
        return "Student agitated: %s; de-escalation possible: %s; attempted: %s%s.%s"
                .formatted(
                        said(calming.agitated()),
                        said(calming.possible()),
                        said(calming.attempted()),
                        calming.injury() == null ? "" : "; anybody injured: " + said(calming.injury()),
                        calming.phases() == null
                                ? ""
                                : calming.phases().stream().map(this::phase).collect(Collectors.joining()));
    }

    private String phase(DeEscalation.Phase phase) {
        return " In %s: agitated: %s; possible: %s; attempted: %s%s; calmed: %s."
                .formatted(
                        phase.action() == null ? "one phase" : "the phase of action " + phase.action(),
                        said(phase.agitated()),
                        said(phase.possible()),
                        said(phase.attempted()),
                        phase.method() == null ? "" : ", " + name(phase.method()),
                        said(phase.worked()));
    }

    private String force(Force force) {
        return "%s used force or restraint: %s%s%s; reason: %s."
                .formatted(
                        officer(force.officer()),
                        name(force.kind()),
                        force.startedAt() == null ? "" : ", from " + force.startedAt(),
                        force.endedAt() == null ? "" : " to " + force.endedAt(),
                        name(force.reason()));
    }

    private String packet(NoticePacket packet) {
        return "On release the student was told of the record and the law: %s; in writing: %s; given to: %s."
                .formatted(
                        packet.toldAt() == null ? "not stated" : packet.toldAt(),
                        packet.writtenAt() == null ? "not stated" : packet.writtenAt(),
                        names(packet.to()));
    }

    private String questioning(Questioning questioning) {
        return "The student was questioned from %s%s; attempts to reach a guardian: %s; present: %s; exemption: %s."
                .formatted(
                        questioning.startedAt(),
                        questioning.endedAt() == null ? "" : " to " + questioning.endedAt(),
                        questioning.noticeAttempts().isEmpty()
                                ? "none"
                                : questioning.noticeAttempts().stream()
                                        .map(attempt -> attempt.at() + " " + name(attempt.manner()) + " "
                                                + name(attempt.result()))
                                        .collect(Collectors.joining(", ")),
                        names(questioning.present()),
                        questioning.exemption() == null ? "none" : name(questioning.exemption()));
    }

    private String decision(Decision decision) {
        return "Outcome: %s; arrest or citation lawfully possible: %s%s."
                .formatted(
                        name(decision.outcome()),
                        said(decision.arrestLawfullyPossible()),
                        decision.alternatives().isEmpty()
                                ? ""
                                : "; considered and not used: "
                                        + decision.alternatives().stream()
                                                .map(one ->
                                                        name(one.alternative()) + " (" + name(one.unusedReason()) + ")")
                                                .collect(Collectors.joining(", ")));
    }

    String because(Correction correction) {
        return "Reason: %s; found by: %s.".formatted(name(correction.reason()), name(correction.basis()));
    }

    String name(@Nullable Code code) {
        return code == null
                ? "not stated"
                : lists.find(code, on).map(CodeEntry::name).orElseGet(code::toString);
    }

    String names(Collection<Code> codes) {
        return codes.isEmpty() ? "none" : codes.stream().map(this::name).collect(Collectors.joining(", "));
    }

    static String said(Stated stated) {
        return stated == Stated.MISSING ? "not stated" : stated.name().toLowerCase(Locale.ROOT);
    }

    static String officer(@Nullable OfficerId officer) {
        return officer == null ? "An officer not named" : "{officer:" + officer + "}";
    }

    static String school(SchoolCode school) {
        return "{school:" + school + "}";
    }
}
