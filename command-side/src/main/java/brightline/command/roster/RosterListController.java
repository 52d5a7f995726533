package brightline.command.roster;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Words;
import brightline.command.register.RegisterEdition;
import brightline.command.roster.RosterListCommand.ReceiveRosterList;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.Code;
import brightline.events.RosterListId;
import brightline.events.SchoolCode;
import brightline.events.roster.RosterEvent.RosterLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One side's whole list of a day. */
@RestController
@Tag(name = "Roster")
class RosterListController {
    static final String EXAMPLE = """
            {"side": "SCHOOL", "day": "2025-10-01",
             "lines": [{"starNumber": "1001", "school": "MAR"}, {"starNumber": "1002", "school": "QUI"}]}
            """;

    record Line(
            @NotNull @brightline.command.endpoint.Line(20) String starNumber,
            @NotNull @brightline.command.endpoint.Line(40) String school) {}

    /** @param day whose state the list shows */
    record Document(
            @NotNull @CodeOf("roster-side") String side,
            @NotNull @Day(past = true) LocalDate day,
            @NotNull @Size(max = 5_000) List<@NotNull @Valid Line> lines) {}

    @Does(Action.RECEIVE_ROSTER_LIST)
    @PostMapping("/api/commands/roster-lists")
    @Operation(
            summary = "Take in the police's or the schools' list of who serves where on a day",
            description =
                    "It confirms, as of that day, every assignment it names. Sent again with other lines, the later"
                            + " one holds for that day.")
    @Sample(EXAMPLE)
    ReceiveRosterList receive(@RequestBody Document sent, RegisterEdition known) {
        Code side = Words.code("roster-side", sent.side());
        return new ReceiveRosterList(
                RosterListId.of(side, sent.day()),
                side,
                sent.day(),
                sent.lines().stream()
                        .map(line -> new RosterLine(
                                known.starAsRegistered(line.starNumber(), sent.day()),
                                known.asRegistered(new SchoolCode(line.school().strip()))))
                        .toList());
    }
}
