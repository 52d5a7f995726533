package brightline.command.roster;

import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.roster.RosterListCommand.ReceiveRosterList;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.RosterListId;
import brightline.events.SchoolCode;
import brightline.events.roster.RosterEvent.RosterLine;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One side's whole list of a day. */
@RestController
@Tag(name = "Roster")
class RosterListController {
    static final String EXAMPLE = """
            {"side": "SCHOOL", "day": "2025-10-01",
             "lines": [{"starNumber": "1001", "school": "MAR"}, {"starNumber": "1002", "school": "QUI"}]}
            """;

    private static final int MOST = 5_000;

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    RosterListController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    record Line(
            @NotBlank @Size(max = 20) @Nullable String starNumber,
            @NotBlank @Size(max = 40) @Nullable String school) {}

    /**
     * @param side code list {@code roster-side}
     * @param day whose state the list shows
     */
    record Document(
            @NotBlank @CodeList("roster-side") @Nullable String side,
            @NotNull @Nullable LocalDate day,
            @NotNull @Size(max = 5_000) @Nullable List<@Nullable Line> lines) {}

    @Does(Action.RECEIVE_ROSTER_LIST)
    @PostMapping(path = "/api/commands/roster-lists", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Take in the police's or the schools' list of who serves where on a day",
            description =
                    "It confirms, as of that day, every assignment it names. Sent again with other lines, the later"
                            + " one holds for that day.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @KeyHeader
    ResponseEntity<RosterListAnswer> receive(@RequestBody Document body, HttpServletRequest http) {
        LocalDate today = clock.instant().atZone(register.agency().zone()).toLocalDate();
        FieldChecks checks = new FieldChecks();
        Code side = checks.code("/side", body.side(), "roster-side", today);
        LocalDate day = checks.past("/day", body.day(), today);
        checks.given("/lines", body.lines());
        List<RosterLine> lines = lines(checks, body.lines() == null ? List.of() : body.lines());
        checks.refuse();
        RosterListId id = RosterListId.of(side, day);
        return ReferenceAnswers.created(
                commands.send(
                        new ReceiveRosterList(id, side, day, lines),
                        RosterListAnswer.class,
                        requests.of(http, CurrentActor.required().username())),
                "/api/commands/roster-lists/" + id);
    }

    private static List<RosterLine> lines(FieldChecks checks, List<@Nullable Line> given) {
        if (given.size() > MOST) {
            checks.wrong("/lines", "too-many", "must be at most " + MOST);
            return List.of();
        }
        List<RosterLine> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Line line = given.get(i);
            String at = "/lines/" + i;
            if (line == null) {
                checks.given(at, null);
                continue;
            }
            String star = checks.text(at + "/starNumber", line.starNumber(), 20);
            checks.given(at + "/school", line.school());
            SchoolCode school = checks.school(at + "/school", line.school());
            if (school != null) {
                lines.add(new RosterLine(star, school));
            }
        }
        return lines;
    }
}
