package brightline.query.audit;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.*;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, in a sentence. Codes are named as their lists name them on the day given. What depends on the reader or may
 * change its name is left to {@link CaseNames}: officers, schools, incidents, moments and classes.
 */
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
                "Incident %s was recorded at %s, place: %s, school in session: %s, students: %d.%s"
                        .formatted(
                                opened.number(),
                                school(opened.school()),
                                name(opened.place()),
                                said(opened.inSession()),
                                opened.interactions().size(),
                                elsewhere(opened.references()));
            case InteractionAdded _ -> "One more student was added to the incident.";
            case SchoolCorrected corrected ->
                "The school was corrected from %s to %s. %s"
                        .formatted(school(corrected.from()), school(corrected.to()), because(corrected.correction()));
            case SurroundingsCorrected corrected ->
                "Where and when at the school was corrected: place: %s, school in session: %s. %s"
                        .formatted(
                                name(corrected.place()), said(corrected.inSession()), because(corrected.correction()));
            case IncidentLinked linked ->
                "The incident was entered twice: it counts as %s. %s"
                        .formatted(incident(linked.primary()), because(linked.correction()));
        };
    }

    String of(InteractionEvent event) {
        return switch (event) {
            case InteractionOpened opened ->
                "%s recorded a contact with one student, part: %s; how it started: %s%s."
                        .formatted(
                                officer(opened.reportingOfficer()),
                                role(opened.role()),
                                name(opened.initiator()),
                                opened.requestedBy() == null ? "" : "; who asked: " + name(opened.requestedBy()));
            case ConductCoded coded -> "What the student did: %s.".formatted(conduct(coded.conduct()));
            case ActionTaken taken -> action(taken.action());
            case StudentCited cited -> action(cited.action());
            case StudentArrested arrested -> action(arrested.action());
            case TreatmentEvent treated -> treatment(treated).sentence();
            case OutcomeDecided decided -> decision(decided.decision());
            case NarrativeRecorded _ -> "The officer’s account was recorded.";
            case AdviceShown advice -> "Shown to the officer before recording: " + shown(advice) + ".";
            case ActionUnticked unticked -> "Unticked after the line was shown: " + unticked(unticked) + ".";
            case SourceRecorded source ->
                "Taken in from a file of format %s%s."
                        .formatted(
                                source.profile(),
                                SourceRecord.of(source.sourceKey())
                                        .map(record -> ", as record %s of %s".formatted(record.id(), record.source()))
                                        .orElse(""));
            case InteractionCorrected corrected ->
                "%s %s".formatted(corrected(corrected.corrected()), because(corrected.correction()));
            case SubjectCorrected corrected ->
                "It was another student: the record moved to that student. %s"
                        .formatted(because(corrected.correction()));
            case InteractionSupplemented supplemented ->
                "Something was added to the record%s. %s"
                        .formatted(
                                supplemented.narrative() == null ? "" : ", with an account",
                                because(supplemented.correction()));
            case InteractionVoided voided ->
                "The record was voided and counts nowhere. %s".formatted(because(voided.correction()));
        };
    }

    /** What is said, and of what. */
    record Told(String label, String said) {
        String sentence() {
            return label + ": " + said + ".";
        }
    }

    /** How the student was treated. */
    Told treatment(TreatmentEvent event) {
        return switch (event) {
            case DeEscalationRecorded(var _, var calming) -> new Told("De-escalation", calming(calming));
            case QuestioningRecorded(var _, var questioning) -> new Told("Questioning", questioning(questioning));
            case ForceUsed(var _, var force) -> new Told("Force or restraint", force(force));
            case NoticePacketGiven(var _, var packet) -> new Told("Notice on release", packet(packet));
        };
    }

    private String corrected(CorrectedFact fact) {
        return switch (fact) {
            case CorrectedFact.Conduct(var conduct) ->
                "What the student did was corrected to: %s.".formatted(conduct(conduct));
            case CorrectedFact.Initiator(var initiator, var requestedBy) ->
                "How it started was corrected to: %s%s."
                        .formatted(name(initiator), requestedBy == null ? "" : ", who asked: " + name(requestedBy));
            case CorrectedFact.OccurredAt(var occurredAt) ->
                "The time it happened was corrected to %s.".formatted(at(occurredAt));
            case CorrectedFact.Role(var role) -> "The student’s part was corrected to: %s.".formatted(role(role));
            case CorrectedFact.Action(var action) ->
                "What the officer did (no. %d) was corrected. %s".formatted(action.number(), action(action));
            case CorrectedFact.ActionWithdrawn(var number) ->
                "What the officer did (no. %d) was withdrawn.".formatted(number);
            case CorrectedFact.Settlement(var decision) -> "How it ended was corrected. " + decision(decision);
            case CorrectedFact.Calming(var calming) -> "De-escalation was corrected: " + calming(calming) + ".";
            case CorrectedFact.Questions(var questions) -> "Questioning was corrected: " + questioning(questions) + ".";
            case CorrectedFact.ForceUses(var force) ->
                "Force and restraint were corrected: "
                        + (force.isEmpty()
                                ? "none was used"
                                : force.stream().map(this::force).collect(Collectors.joining("; ")))
                        + ".";
            case CorrectedFact.Packet(var packet) -> "The notice on release was corrected: " + packet(packet) + ".";
            case CorrectedFact.Statistics _ -> "The student’s statistics were corrected.";
        };
    }

    private String action(PoliceAction action) {
        return deed(action) + "; immediate danger: " + danger(action.imminence(), action.imminenceReason()) + ".";
    }

    /** What was done, by whom, as what, when; without the danger. */
    String deed(PoliceAction action) {
        return "%s – %s, %s%s%s%s"
                .formatted(
                        name(action.code()),
                        officer(action.officer()),
                        action.capacity() == null
                                ? "assignment that day not stated"
                                : name(action.capacity()).toLowerCase(Locale.ROOT),
                        span(action.startedAt(), action.endedAt()),
                        action.legalBasis() == null ? "" : "; legal basis: " + name(action.legalBasis()),
                        action.referredTo() == null ? "" : "; turned over to: " + name(action.referredTo()));
    }

    String danger(Stated imminence, @Nullable Code reason) {
        return said(imminence) + (reason == null ? "" : ", " + name(reason).toLowerCase(Locale.ROOT));
    }

    private static String span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null) {
            return to == null ? "" : ", until " + at(to);
        }
        return ", " + at(from) + (to == null ? "" : " to " + at(to));
    }

    String calming(DeEscalation calming) {
        return "student agitated: %s; possible: %s; attempted: %s%s%s%s"
                .formatted(
                        said(calming.agitated()),
                        said(calming.possible()),
                        said(calming.attempted()),
                        calming.injury() == null ? "" : "; anybody injured: " + said(calming.injury()),
                        calming.threat() == null
                                ? ""
                                : "; immediate threat: " + said(calming.threat())
                                        + (calming.threatReason() == null
                                                ? ""
                                                : " (" + name(calming.threatReason()) + ")"),
                        calming.phases() == null
                                ? ""
                                : calming.phases().stream().map(this::phase).collect(Collectors.joining()));
    }

    private String phase(DeEscalation.Phase phase) {
        return "; %s: agitated: %s, possible: %s, attempted: %s%s, calmed: %s"
                .formatted(
                        phase.action() == null ? "at one time" : "during action no. " + phase.action(),
                        said(phase.agitated()),
                        said(phase.possible()),
                        said(phase.attempted()),
                        phase.method() == null ? "" : " (" + name(phase.method()) + ")",
                        said(phase.worked()));
    }

    String force(Force force) {
        return "%s – %s%s; reason: %s"
                .formatted(
                        name(force.kind()),
                        officer(force.officer()),
                        span(force.startedAt(), force.endedAt()),
                        name(force.reason()));
    }

    private String packet(NoticePacket packet) {
        return "told of the record and the law: %s; in writing: %s; given to: %s"
                .formatted(
                        packet.toldAt() == null ? "not stated" : at(packet.toldAt()),
                        packet.writtenAt() == null ? "not stated" : at(packet.writtenAt()),
                        names(packet.to()));
    }

    String questioning(Questioning questioning) {
        return "from %s%s; parent notification: %s; present: %s; exemption: %s"
                .formatted(
                        at(questioning.startedAt()),
                        questioning.endedAt() == null ? "" : " to " + at(questioning.endedAt()),
                        questioning.noticeAttempts().isEmpty()
                                ? "no attempt recorded"
                                : questioning.noticeAttempts().stream()
                                        .map(attempt -> "%s, %s, %s"
                                                .formatted(
                                                        at(attempt.at()),
                                                        name(attempt.manner()).toLowerCase(Locale.ROOT),
                                                        name(attempt.result()).toLowerCase(Locale.ROOT)))
                                        .collect(Collectors.joining("; ")),
                        names(questioning.present()),
                        questioning.exemption() == null ? "none" : name(questioning.exemption()));
    }

    private String decision(Decision decision) {
        return "How it ended: %s; arrest or citation possible: %s; alternatives considered and not used: %s."
                .formatted(
                        name(decision.outcome()),
                        said(decision.arrestLawfullyPossible()),
                        alternatives(decision.alternatives()));
    }

    String alternatives(List<Decision.AlternativeConsidered> alternatives) {
        return alternatives.isEmpty()
                ? "none recorded"
                : alternatives.stream()
                        .map(one -> name(one.alternative()) + " (" + name(one.unusedReason()) + ")")
                        .collect(Collectors.joining(", "));
    }

    /** What stood on the officer's page, and what was ticked then; the class is named by the page. */
    String shown(AdviceShown advice) {
        return "%s%s%s%s"
                .formatted(
                        advice.involvementClass() == null
                                ? "the line, before anything done was ticked"
                                : "{class:%s}, rule %s".formatted(advice.involvementClass(), advice.rule()),
                        advice.agreement() == null ? ", with no agreement in force" : "",
                        advice.shownAt() == null ? "" : ", at " + at(advice.shownAt()),
                        advice.actions() == null || advice.actions().isEmpty()
                                ? ""
                                : "; ticked then: " + names(advice.actions()));
    }

    String unticked(ActionUnticked unticked) {
        return "%s, at %s; why: %s"
                .formatted(name(unticked.action()), at(unticked.untickedAt()), name(unticked.reason()));
    }

    /** Codes with their names: {@code 1-8 Phone or device}. */
    String conduct(List<Code> conduct) {
        return conduct.isEmpty()
                ? "nothing"
                : conduct.stream()
                        .map(code -> name(code) + " (" + code.code() + ")")
                        .collect(Collectors.joining(", "));
    }

    static String role(InvolvementRole role) {
        return switch (role) {
            case SUBJECT -> "the contact was about this student";
            case VICTIM -> "victim";
            case WITNESS -> "witness";
            case REPORTER -> "reported it";
            case BYSTANDER -> "bystander";
        };
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

    /** Under which numbers other systems know it. */
    private String elsewhere(List<OutsideReference> references) {
        return references.isEmpty()
                ? ""
                : references.stream()
                        .map(one -> name(one.kind()) + " " + one.value())
                        .collect(Collectors.joining(", ", " Known elsewhere as: ", "."));
    }

    static String said(Stated stated) {
        return stated == Stated.MISSING ? "not stated" : stated.name().toLowerCase(Locale.ROOT);
    }

    static String officer(@Nullable OfficerId officer) {
        return officer == null ? "An officer not named" : "{officer:" + officer + "}";
    }

    static String at(Instant moment) {
        return "{at:" + moment + "}";
    }

    static String incident(IncidentId incident) {
        return "{incident:" + incident + "}";
    }

    static String school(SchoolCode school) {
        return "{school:" + school + "}";
    }
}
