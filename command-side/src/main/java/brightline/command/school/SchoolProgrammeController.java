package brightline.command.school;

import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.command.school.SchoolCommand.SetProgrammeStatus;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent.GroupCount;
import brightline.events.school.SchoolEvent.Vote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a school has officers, by whose vote, and how many students it has. */
@RestController
@RequestMapping(path = "/api/commands/schools/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
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

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    SchoolProgrammeController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /**
     * @param status code list {@code programme-status}
     * @param vote absent where none is known
     */
    record Status(
            @NotBlank @CodeList("programme-status") @Nullable
            String status,

            @NotNull @Nullable LocalDate from,
            @Nullable VoteDocument vote) {}

    /** @param body code list {@code vote-body} */
    record VoteDocument(
            @NotNull @Nullable LocalDate on,
            @NotBlank @CodeList("vote-body") @Nullable String body,
            @Min(0) @Max(1_000_000) @Nullable Integer votesFor,
            @Min(0) @Max(1_000_000) @Nullable Integer votesAgainst) {}

    /** Students by code of the list of that name; a code left out was not counted. */
    record Enrolment(
            @NotNull @Nullable LocalDate day,
            @NotNull @Min(0) @Max(1_000_000) @Nullable Integer total,
            @CodeList("race") @Nullable Map<String, @Nullable Integer> race,
            @CodeList("sex") @Nullable Map<String, @Nullable Integer> sex,
            @CodeList("grade-band") @Nullable Map<String, @Nullable Integer> gradeBand,
            @CodeList("disability") @Nullable Map<String, @Nullable Integer> disability,
            @CodeList("english-learner") @Nullable Map<String, @Nullable Integer> englishLearner) {}

    @Does(Action.SET_PROGRAM_STATUS)
    @PostMapping("/programme-status")
    @Operation(
            summary = "Say whether a school has officers of the program from a day on",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(STATUS_EXAMPLE))))
    @KeyHeader
    ResponseEntity<SchoolAnswer> status(@PathVariable String code, @RequestBody Status body, HttpServletRequest http) {
        LocalDate today = today();
        FieldChecks checks = new FieldChecks();
        Code status = checks.code("/status", body.status(), "programme-status", today);
        LocalDate from = checks.day("/from", body.from());
        VoteDocument document = body.vote();
        Vote vote = document == null
                ? null
                : new Vote(
                        checks.past("/vote/on", document.on(), today),
                        checks.code("/vote/body", document.body(), "vote-body", today),
                        count(checks, "/vote/votesFor", document.votesFor()),
                        count(checks, "/vote/votesAgainst", document.votesAgainst()));
        SchoolCode school = school(checks, code);
        checks.refuse();
        return send(new SetProgrammeStatus(Objects.requireNonNull(school), status, from, vote), body, http);
    }

    @Does(Action.RECORD_ENROLLMENT)
    @PostMapping("/enrolments")
    @Operation(
            summary = "Record how many students were enrolled on a day",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ENROLMENT_EXAMPLE))))
    @KeyHeader
    ResponseEntity<SchoolAnswer> enrolment(
            @PathVariable String code, @RequestBody Enrolment body, HttpServletRequest http) {
        LocalDate today = today();
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.past("/day", body.day(), today);
        checks.given("/total", body.total());
        Integer total = count(checks, "/total", body.total());
        Map<String, @Nullable Map<String, @Nullable Integer>> lists = new LinkedHashMap<>();
        lists.put("race", body.race());
        lists.put("sex", body.sex());
        lists.put("gradeBand", body.gradeBand());
        lists.put("disability", body.disability());
        lists.put("englishLearner", body.englishLearner());
        List<GroupCount> groups = groups(checks, lists, today);
        SchoolCode school = school(checks, code);
        checks.refuse();
        return send(
                new CountEnrolment(Objects.requireNonNull(school), day, Objects.requireNonNull(total), groups),
                body,
                http);
    }

    private static List<GroupCount> groups(
            FieldChecks checks, Map<String, @Nullable Map<String, @Nullable Integer>> lists, LocalDate today) {
        List<GroupCount> groups = new ArrayList<>();
        lists.forEach((field, counts) -> {
            if (counts == null) {
                return;
            }
            String list =
                    switch (field) {
                        case "gradeBand" -> "grade-band";
                        case "englishLearner" -> "english-learner";
                        default -> field;
                    };
            counts.forEach((group, number) -> {
                String at = "/" + field;
                Integer count = count(checks, at, number);
                checks.given(at, number);
                Code code = checks.code(at, group, list, today);
                if (count != null) {
                    groups.add(new GroupCount(code, count));
                }
            });
        });
        return groups;
    }

    private static @Nullable Integer count(FieldChecks checks, String pointer, @Nullable Integer value) {
        if (value != null && (value < 0 || value > MOST_STUDENTS)) {
            checks.wrong(pointer, "wrong-value", "must be 0 to " + MOST_STUDENTS);
        }
        return value;
    }

    private static @Nullable SchoolCode school(FieldChecks checks, String code) {
        return checks.school("/code", code);
    }

    private ResponseEntity<SchoolAnswer> send(SchoolCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                SchoolAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
