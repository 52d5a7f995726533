package brightline.query.pages.cases;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.Questioning;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.RuleSet;
import brightline.query.audit.CaseStory;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.RuleWords;
import brightline.query.pages.cases.CasePage.Editing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the forms on a case's page need: who may, what stands, what there is to choose from. */
final class CaseEditing {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final List<String> LISTS = List.of(
            "initiator",
            "requester",
            "police-action",
            "capacity",
            "imminence-reason",
            "legal-basis",
            "outcome",
            "unused-reason",
            "force-kind",
            "force-reason",
            "notice-manner",
            "notice-result",
            "person-present",
            "questioning-exemption",
            "packet-recipient");
    private static final List<String> OF_TODAY = List.of("correction-reason", "correction-basis", "void-reason");

    private CaseEditing() {}

    /**
     * The forms for this reader.
     *
     * @param today in the agency's zone: reasons hold today, all other codes on the day of the contact
     * @return null for somebody who may edit no contact, or not this one
     */
    static @Nullable Editing of(
            CaseStory story,
            CurrentActor actor,
            ZoneId zone,
            LocalDate today,
            List<Choice> schools,
            List<Choice> officers) {
        boolean any = actor.role() == AccountRole.SUPERVISOR || actor.role() == AccountRole.COORDINATOR;
        boolean own = actor.role() == AccountRole.SRO && actor.officerId() != null && story.isOf(actor.officerId());
        if (!any && !own) {
            return null;
        }
        LocalDate day = story.record().occurredAt().atZone(zone).toLocalDate();
        return new Editing(
                story.version(),
                story.incidentId().toString(),
                story.incidentVersion(),
                any,
                story.record().voided(),
                own
                        ? "You see this because it is your contact."
                        : "You see this because your role may correct every contact.",
                JSON.writeValueAsString(standing(story, zone, day)),
                lists(day, today, schools, officers));
    }

    private static Map<String, List<Choice>> lists(
            LocalDate day, LocalDate today, List<Choice> schools, List<Choice> officers) {
        CodeLists lists = CodeLists.standard();
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        LISTS.forEach(list -> choices.put(list, choices(lists, list, day)));
        OF_TODAY.forEach(list -> choices.put(
                list,
                choices(lists, list, today).stream()
                        .filter(choice ->
                                !list.equals("void-reason") || !choice.value().equals(InteractionVoided.UNDONE.code()))
                        .toList()));
        choices.put("conduct", conduct(lists, day));
        choices.put(
                "role",
                Arrays.stream(InvolvementRole.values())
                        .map(role -> Choice.of(role.name(), roleWords(role)))
                        .toList());
        choices.put("school", schools);
        choices.put("officer", officers);
        choices.put(
                "class",
                Arrays.stream(InvolvementClass.values())
                        .map(one -> Choice.of(one.name(), ClassWords.of(one)))
                        .toList());
        choices.put(
                "rule",
                RuleSet.installed().stream()
                        .flatMap(set -> set.rules().stream())
                        .map(rule -> rule.order())
                        .distinct()
                        .map(rule -> Choice.of(rule, RuleWords.of(rule)))
                        .toList());
        return choices;
    }

    private static List<Choice> choices(CodeLists lists, String list, LocalDate day) {
        return lists.validOn(list, day).stream()
                .map(entry -> Choice.of(entry.code(), entry.name()))
                .toList();
    }

    private static List<Choice> conduct(CodeLists lists, LocalDate day) {
        return List.of("cps-scc", "nibrs").stream()
                .flatMap(list -> lists.validOn(list, day).stream())
                .map(entry -> Choice.of(entry.key().toString(), entry.code() + " " + entry.name()))
                .toList();
    }

    private static String roleWords(InvolvementRole role) {
        return switch (role) {
            case SUBJECT -> "The contact was about this student";
            case VICTIM -> "Victim";
            case WITNESS -> "Witness";
            case REPORTER -> "Reported it";
            case BYSTANDER -> "Bystander";
        };
    }

    private static Map<String, @Nullable Object> standing(CaseStory story, ZoneId zone, LocalDate day) {
        InteractionRecord record = story.record();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("zone", zone.getId());
        json.put("month", day.toString().substring(0, 7));
        json.put("school", story.school());
        json.put("conduct", record.conduct().stream().map(Code::toString).toList());
        json.put("initiator", code(record.initiator()));
        json.put("requestedBy", code(record.requestedBy()));
        json.put("occurredAt", local(record.occurredAt(), zone));
        json.put("role", record.role().name());
        json.put(
                "actions",
                record.actions().stream()
                        .map(action -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("number", action.number());
                            one.put("code", code(action.code()));
                            one.put(
                                    "officer",
                                    action.officer() == null
                                            ? null
                                            : action.officer().toString());
                            one.put("capacity", code(action.capacity()));
                            one.put("imminentThreat", said(action.imminence()));
                            one.put("imminenceReason", code(action.imminenceReason()));
                            one.put("startedAt", local(action.startedAt(), zone));
                            one.put("endedAt", local(action.endedAt(), zone));
                            one.put("legalBasis", code(action.legalBasis()));
                            one.put("referredTo", code(action.referredTo()));
                            return one;
                        })
                        .toList());
        json.put(
                "outcome",
                record.decision() == null ? null : code(record.decision().outcome()));
        json.put(
                "arrestLawfullyPossible",
                record.decision() == null ? null : said(record.decision().arrestLawfullyPossible()));
        json.put(
                "alternativesConsidered",
                record.decision() == null
                        ? List.of()
                        : record.decision().alternatives().stream()
                                .map(one ->
                                        pair("code", code(one.alternative()), "unusedReason", code(one.unusedReason())))
                                .toList());
        json.put("deEscalation", calming(record.treatment().deEscalation()));
        json.put("questioning", questioning(record.treatment().questioning(), zone));
        json.put(
                "force",
                record.treatment().force().stream()
                        .map(force -> {
                            Map<String, @Nullable Object> one = new LinkedHashMap<>();
                            one.put("kind", code(force.kind()));
                            one.put(
                                    "officer",
                                    force.officer() == null
                                            ? null
                                            : force.officer().toString());
                            one.put("action", force.action());
                            one.put("startedAt", local(force.startedAt(), zone));
                            one.put("endedAt", local(force.endedAt(), zone));
                            one.put("reason", code(force.reason()));
                            return one;
                        })
                        .toList());
        json.put("noticePacket", packet(record.treatment().noticePacket(), zone));
        return json;
    }

    private static Map<String, @Nullable Object> calming(@Nullable DeEscalation calming) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (calming != null) {
            json.put("agitated", said(calming.agitated()));
            json.put("possible", said(calming.possible()));
            json.put("attempted", said(calming.attempted()));
            json.put("injury", calming.injury() == null ? null : said(calming.injury()));
            json.put(
                    "phases",
                    calming.phases() == null
                            ? null
                            : calming.phases().stream()
                                    .map(phase -> {
                                        Map<String, @Nullable Object> one = new LinkedHashMap<>();
                                        one.put("action", phase.action());
                                        one.put("agitated", said(phase.agitated()));
                                        one.put("possible", said(phase.possible()));
                                        one.put("attempted", said(phase.attempted()));
                                        one.put("method", code(phase.method()));
                                        one.put("worked", said(phase.worked()));
                                        return one;
                                    })
                                    .toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> questioning(@Nullable Questioning questioning, ZoneId zone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (questioning != null) {
            json.put("startedAt", local(questioning.startedAt(), zone));
            json.put("endedAt", local(questioning.endedAt(), zone));
            json.put(
                    "noticeAttempts",
                    questioning.noticeAttempts().stream()
                            .map(attempt -> {
                                Map<String, @Nullable Object> one =
                                        pair("manner", code(attempt.manner()), "result", code(attempt.result()));
                                one.put("at", local(attempt.at(), zone));
                                return one;
                            })
                            .toList());
            json.put(
                    "present",
                    questioning.present().stream().map(CaseEditing::code).toList());
            json.put("exemption", code(questioning.exemption()));
        }
        return json;
    }

    private static Map<String, @Nullable Object> packet(@Nullable NoticePacket packet, ZoneId zone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (packet != null) {
            json.put("toldAt", local(packet.toldAt(), zone));
            json.put("writtenAt", local(packet.writtenAt(), zone));
            json.put("to", packet.to().stream().map(CaseEditing::code).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> pair(
            String one, @Nullable String first, String other, @Nullable String second) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(one, first);
        json.put(other, second);
        return json;
    }

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    private static @Nullable String said(Stated stated) {
        return stated == Stated.MISSING ? null : stated.name();
    }

    /** As a field for local times holds it. */
    private static @Nullable String local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : FIELD.format(moment.atZone(zone));
    }
}
