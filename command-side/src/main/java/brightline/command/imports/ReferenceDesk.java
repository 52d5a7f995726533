package brightline.command.imports;

import brightline.command.imports.ImportCommand.TakeReference;
import brightline.command.imports.ImportCommand.Taken;
import brightline.command.imports.ImportDesk.OvertakenException;
import brightline.command.imports.ImportStatus.*;
import brightline.command.imports.ReferenceLine.EnrolmentLine;
import brightline.command.imports.ReferenceLine.OfficerLine;
import brightline.command.officer.OfficerCommand;
import brightline.command.officer.OfficerCommand.*;
import brightline.command.officer.OfficerRecorder;
import brightline.command.register.OfficerEntry;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.school.School;
import brightline.command.submission.CommandRejected;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;

/** Takes lines about officers and schools in: what each states, refusals and progress in one transaction. */
final class ReferenceDesk {
    private final Configuration axon;
    private final ImportLedger ledger;
    private final ReferenceRegister register;
    private final OfficerRecorder officers;

    ReferenceDesk(Configuration axon, ImportLedger ledger, ReferenceRegister register, OfficerRecorder officers) {
        this.axon = axon;
        this.ledger = ledger;
        this.register = register;
        this.officers = officers;
    }

    /** @throws OvertakenException when the import does not stand where the chunk begins */
    @CommandHandler
    Taken on(TakeReference command) throws Exception {
        ImportStatus status = ledger.held(command.importId());
        if (status.state() != State.RUNNING || status.nextOffset() != command.fromOffset()) {
            throw new OvertakenException();
        }
        RegisterEdition edition = register.current();
        List<Rejection> rejections = new ArrayList<>(command.rejections());
        long accepted = 0;
        long changed = 0;
        long duplicates = 0;
        for (ReferenceLine line : command.lines()) {
            try {
                News news =
                        switch (line) {
                            case OfficerLine officer -> take(officer, edition);
                            case EnrolmentLine enrolment -> take(enrolment);
                        };
                switch (news) {
                    case NONE -> duplicates++;
                    case ADDED -> accepted++;
                    case CHANGED -> {
                        accepted++;
                        changed++;
                    }
                }
            } catch (CommandRejected refused) {
                rejections.add(
                        new Rejection(line.line(), null, refused.rule().words().title()));
            }
        }
        Counts counts = new Counts(accepted, duplicates, 0, rejections.size(), changed);
        ledger.reject(command.importId(), rejections);
        ledger.advance(command.importId(), command.toOffset(), command.lastLine(), counts);
        return new Taken(counts);
    }

    /** What a line said beside what was recorded. */
    private enum News {
        NONE,
        ADDED,
        CHANGED
    }

    private News take(EnrolmentLine line) throws Exception {
        return axon.repository(School.class).load(line.count().school().value()).invoke(school -> {
            boolean known = school.isCountedOn(line.count().day());
            return !school.count(line.count()) ? News.NONE : known ? News.CHANGED : News.ADDED;
        });
    }

    private News take(OfficerLine line, RegisterEdition edition) throws Exception {
        List<OfficerCommand> commands = new ArrayList<>();
        OfficerEntry known = edition.officerByStar(line.starNumber()).orElse(null);
        OfficerId id = known != null
                ? known.officerId()
                : new OfficerId(new SourceKey(OfficerRosterCsv.NAME, "officer", List.of(line.starNumber())).id());
        Code capacity = line.capacity();
        if (known == null) {
            commands.add(new RegisterOfficer(
                    id, line.starNumber(), Objects.requireNonNull(line.name()), Objects.requireNonNull(capacity)));
        } else if (capacity != null) {
            commands.add(new ChangeCapacity(id, capacity));
        }
        commands.add(new StartAssignment(id, line.school(), line.from(), line.lastDay(), line.post()));
        if (line.confirmation() != null) {
            commands.add(new ConfirmAssignment(
                    id,
                    line.school(),
                    line.confirmation().on(),
                    line.confirmation().side()));
        }
        List<OfficerEvent> events = officers.record(id, commands, edition);
        if (events.isEmpty()) {
            return News.NONE;
        }
        return events.stream().anyMatch(AssignmentStarted.class::isInstance) ? News.ADDED : News.CHANGED;
    }
}
