package brightline.command.agency;

import brightline.command.agency.AgencyCommand.DesignateCoordinator;
import brightline.command.agency.AgencyCommand.EndCoordination;
import brightline.command.agency.AgencyCommand.SetProgrammeRules;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.TrainingTopic;
import brightline.command.endpoint.Words;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.agency.AgencyEvent.RequiredTopic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who coordinates the programme of officers in schools, and what the agency asks of them. */
@RestController
@RequestMapping("/api/commands/agency")
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

    record Designation(
            @NotNull @Line(200) String name, @NotNull @Day LocalDate from) {}

    record End(@NotNull @Day LocalDate lastDay) {}

    /** @param name of a topic of the agency's own */
    record Topic(
            @NotNull @TrainingTopic @CodeList({"training-topic", "agency-topic"})
            String topic,

            @Line(200) @Nullable String name) {}

    record Rules(
            @NotNull @Day LocalDate from,
            @NotNull @CodeOf("eligibility-rule") List<String> eligibilityRules,
            @NotNull @Size(max = 100) List<@NotNull @Valid Topic> topics) {}

    @Does(Action.DESIGNATE_COORDINATOR)
    @PostMapping("/coordinators")
    @Operation(summary = "Designate the program's coordinator")
    @Sample(COORDINATOR_EXAMPLE)
    DesignateCoordinator designate(@RequestBody Designation sent) {
        return new DesignateCoordinator(sent.name().strip(), sent.from());
    }

    @Does(Action.END_COORDINATOR)
    @PostMapping("/coordinators/end")
    @Operation(summary = "End the coordinator's designation")
    @Sample(END_EXAMPLE)
    EndCoordination end(@RequestBody End sent) {
        return new EndCoordination(sent.lastDay());
    }

    @Does(Action.SET_PROGRAM_RULES)
    @PostMapping("/programme-rules")
    @Operation(
            summary = "Say what is asked of officers in schools from a day on",
            description =
                    "Which eligibility rules are applied and in which topics an officer has to be trained. Shipped rules"
                            + " whose text was not verified are used only as long as the agency leaves them on.")
    @Sample(RULES_EXAMPLE)
    SetProgrammeRules rules(@RequestBody Rules sent) {
        return new SetProgrammeRules(
                sent.from(), Words.codes("eligibility-rule", sent.eligibilityRules()), topics(sent.topics()));
    }

    private static List<RequiredTopic> topics(List<Topic> given) {
        List<RequiredTopic> topics = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Topic one = given.get(i);
            Code code = TrainingTopic.Check.topic(one.topic());
            if (!TrainingTopic.Check.isOfAgency(one.topic())) {
                topics.add(new RequiredTopic(code, null));
            } else if (one.name() == null) {
                throw Refusal.of("/topics/" + i + "/name", "missing", "must be given");
            } else {
                topics.add(new RequiredTopic(code, one.name().strip()));
            }
        }
        return topics.stream().distinct().toList();
    }
}
