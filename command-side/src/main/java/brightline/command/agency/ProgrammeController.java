package brightline.command.agency;

import brightline.command.agency.AgencyCommand.*;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.agency.AgencyEvent.RequiredTopic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who coordinates the programme of officers in schools, and what the agency asks of them. */
@RestController
@RequestMapping(path = "/api/commands/agency", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Program")
class ProgrammeController {
    static final String COORDINATOR_EXAMPLE = """
            {"name": "R. Okafor", "from": "2025-08-01"}
            """;
    static final String END_EXAMPLE = """
            {"lastDay": "2026-01-31"}
            """;
    static final String RULES_EXAMPLE = """
            {"from": "2025-08-01", "eligibilityRules": ["SUSTAINED_FINDING", "PROBABLE_DISCIPLINE"],
             "topics": [{"topic": "DE_ESCALATION"}, {"topic": "LEGAL"},
                        {"topic": "agency-topic/BODY_CAMERA", "name": "Body cameras in schools"}]}
            """;
    private static final Pattern AGENCY_TOPIC = Pattern.compile("agency-topic/[A-Z0-9_]{1,40}");
    private static final int MOST_TOPICS = 100;

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    ProgrammeController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    record Designation(
            @NotBlank @Size(max = 200) @Nullable String name,
            @NotNull @Nullable LocalDate from) {}

    record End(@NotNull @Nullable LocalDate lastDay) {}

    /**
     * @param topic code list {@code training-topic}, or {@code agency-topic/} and a code of the agency's own
     * @param name of a topic of the agency's own
     */
    record Topic(
            @NotBlank @CodeList({"training-topic", "agency-topic"}) @Nullable
            String topic,

            @Size(max = 200) @Nullable String name) {}

    /** @param eligibilityRules code list {@code eligibility-rule} */
    record Rules(
            @NotNull @Nullable LocalDate from,
            @NotNull @CodeList("eligibility-rule") @Nullable List<@Nullable String> eligibilityRules,
            @NotNull @Size(max = 100) @Nullable List<@Nullable Topic> topics) {}

    @Does(Action.DESIGNATE_COORDINATOR)
    @PostMapping("/coordinators")
    @Operation(
            summary = "Designate the program's coordinator",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(COORDINATOR_EXAMPLE))))
    @KeyHeader
    ResponseEntity<ProgrammeAnswer> designate(@RequestBody Designation body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String name = checks.text("/name", body.name(), 200);
        LocalDate from = checks.day("/from", body.from());
        checks.refuse();
        return send(new DesignateCoordinator(name, from), body, http);
    }

    @Does(Action.END_COORDINATOR)
    @PostMapping("/coordinators/end")
    @Operation(
            summary = "End the coordinator's designation",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(END_EXAMPLE))))
    @KeyHeader
    ResponseEntity<ProgrammeAnswer> end(@RequestBody End body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        LocalDate lastDay = checks.day("/lastDay", body.lastDay());
        checks.refuse();
        return send(new EndCoordination(lastDay), body, http);
    }

    @Does(Action.SET_PROGRAM_RULES)
    @PostMapping("/programme-rules")
    @Operation(
            summary = "Say what is asked of officers in schools from a day on",
            description =
                    "Which eligibility rules are applied and in which topics an officer has to be trained. Shipped rules"
                            + " whose text was not verified are used only as long as the agency leaves them on.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(RULES_EXAMPLE))))
    @KeyHeader
    ResponseEntity<ProgrammeAnswer> rules(@RequestBody Rules body, HttpServletRequest http) {
        LocalDate today = clock.instant().atZone(register.agency().zone()).toLocalDate();
        FieldChecks checks = new FieldChecks();
        LocalDate from = checks.day("/from", body.from());
        checks.given("/eligibilityRules", body.eligibilityRules());
        List<Code> eligibility = checks.codes("/eligibilityRules", body.eligibilityRules(), "eligibility-rule", today);
        checks.given("/topics", body.topics());
        List<RequiredTopic> topics = topics(checks, body.topics() == null ? List.of() : body.topics(), today);
        checks.refuse();
        return send(new SetProgrammeRules(from, eligibility, topics), body, http);
    }

    private static List<RequiredTopic> topics(FieldChecks checks, List<@Nullable Topic> given, LocalDate today) {
        if (given.size() > MOST_TOPICS) {
            checks.wrong("/topics", "too-many", "must be at most " + MOST_TOPICS);
            return List.of();
        }
        List<RequiredTopic> topics = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Topic one = given.get(i);
            String at = "/topics/" + i;
            if (one == null) {
                checks.given(at, null);
            } else if (one.topic() != null && AGENCY_TOPIC.matcher(one.topic()).matches()) {
                topics.add(new RequiredTopic(Code.of(one.topic()), checks.text(at + "/name", one.name(), 200)));
            } else {
                topics.add(new RequiredTopic(checks.code(at + "/topic", one.topic(), "training-topic", today), null));
            }
        }
        return topics.stream().distinct().toList();
    }

    private ResponseEntity<ProgrammeAnswer> send(AgencyCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                ProgrammeAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }
}
