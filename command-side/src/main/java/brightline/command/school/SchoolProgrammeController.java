package brightline.command.school;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Today;
import brightline.command.endpoint.Words;
import brightline.command.register.RegisterEdition;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.command.school.SchoolCommand.SetProgrammeStatus;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.school.SchoolEvent.GroupCount;
import brightline.events.school.SchoolEvent.Vote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a school has officers, by whose vote, and how many students it has. */
@RestController
@RequestMapping("/api/commands/schools/{code}")
@Tag(name = "Program")
class SchoolProgrammeController {
    static final String STATUS_EXAMPLE = """
            {"status": "NOT_IN_PROGRAMME", "from": "2020-08-19",
             "vote": {"on": "2020-08-18", "body": "LOCAL_SCHOOL_COUNCIL", "votesFor": 7, "votesAgainst": 3}}
            """;
    static final String ENROLMENT_EXAMPLE = """
            {"day": "2025-10-01", "total": 2200, "race": {"BLACK": 800, "WHITE": 600, "HISPANIC": 700},
             "sex": {"F": 1090, "M": 1100}, "gradeBand": {"9-12": 2200}, "disability": {"IDEA": 300, "504": 90},
             "englishLearner": {"YES": 410}}
            """;

    private static final int MOST_STUDENTS = 1_000_000;

    private final Today today;

    SchoolProgrammeController(Today today) {
        this.today = today;
    }

    /** @param vote absent where none is known */
    record Status(
            @NotNull @CodeOf("programme-status") String status,
            @NotNull @Day LocalDate from,
            @Valid @Nullable VoteDocument vote) {}

    record VoteDocument(
            @NotNull @Day(past = true) LocalDate on,
            @NotNull @CodeOf("vote-body") String body,
            @Min(0) @Max(MOST_STUDENTS) @Nullable Integer votesFor,
            @Min(0) @Max(MOST_STUDENTS) @Nullable Integer votesAgainst) {}

    /** Students by code of the list of that name; a code left out was not counted. */
    record Enrolment(
            @NotNull @Day(past = true) LocalDate day,
            @NotNull @Min(0) @Max(MOST_STUDENTS) Integer total,
            @CodeList("race") @Nullable Map<String, @Nullable Integer> race,
            @CodeList("sex") @Nullable Map<String, @Nullable Integer> sex,
            @CodeList("grade-band") @Nullable Map<String, @Nullable Integer> gradeBand,
            @CodeList("disability") @Nullable Map<String, @Nullable Integer> disability,
            @CodeList("english-learner") @Nullable Map<String, @Nullable Integer> englishLearner) {}

    @Does(Action.SET_PROGRAM_STATUS)
    @PostMapping("/programme-status")
    @Operation(summary = "Say whether a school has officers of the program from a day on")
    @Sample(STATUS_EXAMPLE)
    SetProgrammeStatus status(@PathVariable String code, @RequestBody Status sent, RegisterEdition known) {
        VoteDocument vote = sent.vote();
        return new SetProgrammeStatus(
                known.asRegistered(Words.schoolOfAddress(code)),
                Words.code("programme-status", sent.status()),
                sent.from(),
                vote == null
                        ? null
                        : new Vote(
                                vote.on(), Words.code("vote-body", vote.body()), vote.votesFor(), vote.votesAgainst()));
    }

    @Does(Action.RECORD_ENROLLMENT)
    @PostMapping("/enrolments")
    @Operation(summary = "Record how many students were enrolled on a day")
    @Sample(ENROLMENT_EXAMPLE)
    CountEnrolment enrolment(@PathVariable String code, @RequestBody Enrolment sent, RegisterEdition known) {
        List<GroupCount> groups = new ArrayList<>();
        groups.addAll(groups("/race", "race", sent.race()));
        groups.addAll(groups("/sex", "sex", sent.sex()));
        groups.addAll(groups("/gradeBand", "grade-band", sent.gradeBand()));
        groups.addAll(groups("/disability", "disability", sent.disability()));
        groups.addAll(groups("/englishLearner", "english-learner", sent.englishLearner()));
        return new CountEnrolment(known.asRegistered(Words.schoolOfAddress(code)), sent.day(), sent.total(), groups);
    }

    /** The findings name the field: a code that is none is not repeated. */
    private List<GroupCount> groups(String field, String list, @Nullable Map<String, @Nullable Integer> counts) {
        List<GroupCount> groups = new ArrayList<>();
        (counts == null ? Map.<String, @Nullable Integer>of() : counts).forEach((group, count) -> {
            if (!today.holds(list, group)) {
                throw Refusal.of(field, "unknown-code", "is no code of the list " + list + " on that day");
            }
            if (count == null) {
                throw Refusal.of(field, "missing", "must be given");
            }
            if (count < 0 || count > MOST_STUDENTS) {
                throw Refusal.of(field, "wrong-value", "must be 0 to " + MOST_STUDENTS);
            }
            groups.add(new GroupCount(Words.code(list, group), count));
        });
        return groups;
    }
}
