package brightline.command.diversion;

import brightline.command.diversion.DiversionCase.Caps;
import brightline.command.diversion.DiversionCommand.*;
import brightline.command.diversion.DiversionState.Recorded;
import brightline.command.interaction.Custody;
import brightline.command.interaction.Interactions;
import brightline.command.register.ReferenceRegister;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.code.CodeLists;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionEvent.DiversionVoided;
import brightline.events.diversion.DiversionEvent.StationAdjustmentIssued;
import brightline.events.diversion.DiversionRecord;
import brightline.events.interaction.InteractionRecord;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the case around a diversion, within a submission. */
@Component
class DiversionCases {
    private final Interactions interactions;
    private final StationAdjustments adjustments;
    private final ReferenceRegister registers;
    private final boolean unverifiedBind;

    /** @param unverifiedBind whether limits of station adjustments bind that nobody has read in their source */
    DiversionCases(
            Interactions interactions,
            StationAdjustments adjustments,
            ReferenceRegister registers,
            @Value("${brightline.station-limits.unverified-bind:false}") boolean unverifiedBind) {
        this.interactions = interactions;
        this.adjustments = adjustments;
        this.registers = registers;
        this.unverifiedBind = unverifiedBind;
    }

    /**
     * What the decision has to know.
     *
     * @throws ProblemException when there is no such contact or the writer may not touch it (404, alike)
     */
    DiversionCase of(DiversionCommand command, DiversionState state) {
        DiversionRecord diversion = state instanceof Recorded(var record) ? record : null;
        InteractionId interaction = interactionOf(command, diversion);
        if (interaction == null) {
            return new DiversionCase(null, false, limitsOn(null), null);
        }
        InteractionRecord contact = interactions
                .record(interaction)
                .filter(one -> may(command.writer(), one, diversion))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        return new DiversionCase(
                Custody.since(contact).orElse(null),
                contact.voided(),
                limitsOn(dayOf(command)),
                caps(command, contact, diversion));
    }

    private static @Nullable InteractionId interactionOf(
            DiversionCommand command, @Nullable DiversionRecord diversion) {
        return switch (command) {
            case OfferDiversion offer -> offer.interactionId();
            case RecordNotUsed unused -> unused.interactionId();
            case AcceptDiversion _, DeclineDiversion _, StartDiversion _, IssueStationAdjustment _ -> known(diversion);
            case RecordStateQuery _, ExtendDiversion _, RecordBreach _, CompleteDiversion _ -> known(diversion);
            case FailDiversion _, StateUnknown _, ReportAsProvider _, VoidDiversion _ -> known(diversion);
        };
    }

    private static @Nullable InteractionId known(@Nullable DiversionRecord diversion) {
        return diversion == null ? null : diversion.interactionId();
    }

    private static boolean may(DiversionWriter writer, InteractionRecord contact, @Nullable DiversionRecord diversion) {
        if (writer.provider() != null) {
            return diversion != null
                    && diversion.offered() != null
                    && writer.provider().equals(diversion.offered().provider());
        }
        return writer.editor().mayEdit(contact);
    }

    private StationLimits limitsOn(@Nullable LocalDate day) {
        return day == null
                ? new StationLimits(List.of())
                : StationLimits.of(CodeLists.standard().validOn("station-limit", day), unverifiedBind);
    }

    /** The day whose limits bind; null where none is asked about. */
    private @Nullable LocalDate dayOf(DiversionCommand command) {
        return switch (command) {
            case OfferDiversion offer ->
                offer.offeredAt().atZone(registers.agency().zone()).toLocalDate();
            case IssueStationAdjustment issue -> issue.terms().issuedOn();
            case ExtendDiversion extend -> extend.on();
            case RecordBreach breach -> breach.on();
            case RecordNotUsed _, AcceptDiversion _, DeclineDiversion _, StartDiversion _, RecordStateQuery _ -> null;
            case CompleteDiversion _, FailDiversion _, StateUnknown _, ReportAsProvider _, VoidDiversion _ -> null;
        };
    }

    private @Nullable Caps caps(
            DiversionCommand command, InteractionRecord contact, @Nullable DiversionRecord diversion) {
        if (command instanceof OfferDiversion offer && DiversionDecider.isStationAdjustment(offer.kind())) {
            return caps(offer.diversionId(), contact, offer.kind(), offer.offence(), command);
        }
        if (command instanceof IssueStationAdjustment issue && diversion != null) {
            return caps(
                    issue.diversionId(),
                    contact,
                    diversion.kind(),
                    issue.terms().offence(),
                    command);
        }
        return null;
    }

    private @Nullable Caps caps(
            DiversionId id, InteractionRecord contact, Code kind, @Nullable Code offence, DiversionCommand command) {
        LocalDate on = dayOf(command);
        return on == null ? null : adjustments.caps(id, contact.subject(), kind, offence, on, limitsOn(on));
    }

    /** Keeps what later questions about limits have to count. */
    void recorded(List<DiversionEvent> events, DiversionState state) {
        for (DiversionEvent event : events) {
            if (event instanceof StationAdjustmentIssued issued && state instanceof Recorded(var diversion)) {
                interactions
                        .record(issued.interactionId())
                        .ifPresent(contact -> adjustments.issued(issued, diversion.kind(), contact.subject()));
            }
            if (event instanceof DiversionVoided voided) {
                adjustments.voided(voided.diversionId());
            }
        }
    }
}
