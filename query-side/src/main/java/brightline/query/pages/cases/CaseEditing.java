package brightline.query.pages.cases;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.Treatment;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What the forms on a case's page need: who may, what stands, what there is to choose from. */
final class CaseEditing {
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
                json(zone).writeValueAsString(standing(story, zone, day)),
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
        Treatment treatment = record.treatment();
        json.put("deEscalation", treatment.deEscalation());
        json.put("questioning", treatment.questioning());
        json.put("force", treatment.force());
        json.put("noticePacket", treatment.noticePacket());
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

    /** Writes what stands as its fields hold it, so that a part of the record goes whole: the names are those of its document. */
    private static JsonMapper json(ZoneId zone) {
        return JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addSerializer(Code.class, as(CaseEditing::code))
                        .addSerializer(Stated.class, as(CaseEditing::said))
                        .addSerializer(Instant.class, as(moment -> local(moment, zone))))
                .build();
    }

    private static <T> ValueSerializer<T> as(Function<T, @Nullable String> field) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writePOJO(field.apply(value));
            }
        };
    }

    /** As a field for local times holds it. */
    private static @Nullable String local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : FIELD.format(moment.atZone(zone));
    }
}
