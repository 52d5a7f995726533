package brightline.command.diversion;

import brightline.command.RandomHistories;
import brightline.command.diversion.DiversionCase.Caps;
import brightline.command.diversion.DiversionCommand.AcceptDiversion;
import brightline.command.diversion.DiversionCommand.CompleteDiversion;
import brightline.command.diversion.DiversionCommand.DeclineDiversion;
import brightline.command.diversion.DiversionCommand.ExtendDiversion;
import brightline.command.diversion.DiversionCommand.FailDiversion;
import brightline.command.diversion.DiversionCommand.IssueStationAdjustment;
import brightline.command.diversion.DiversionCommand.OfferDiversion;
import brightline.command.diversion.DiversionCommand.RecordBreach;
import brightline.command.diversion.DiversionCommand.RecordNotUsed;
import brightline.command.diversion.DiversionCommand.RecordStateQuery;
import brightline.command.diversion.DiversionCommand.ReportAsProvider;
import brightline.command.diversion.DiversionCommand.StartDiversion;
import brightline.command.diversion.DiversionCommand.StateUnknown;
import brightline.command.diversion.DiversionCommand.VoidDiversion;
import brightline.command.interaction.Editor;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.StateQuery;
import brightline.events.diversion.StationTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class DiversionHistoriesTest extends RandomHistories<DiversionCommand, DiversionState, DiversionEvent> {
    private static final DiversionWriter WRITER = new DiversionWriter(new Editor(null, true), null);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final List<String> KINDS = List.of(
            "RJ_CIRCLE", "STATION_INFORMAL", "STATION_FORMAL", "STATION_FORMAL", "CIVIL_CITATION", "MUNI_TICKET");
    private static final Correction WHY =
            new Correction(Code.of("void-reason/DUPLICATE"), Code.of("correction-basis/AUDIT"), null);

    @Override
    protected DiversionState begin() {
        return new DiversionState.Unrecorded();
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(20));
    }

    private static @Nullable LocalDate due(Random random) {
        return random.nextInt(4) == 0 ? null : FIRST.plusDays(random.nextInt(260));
    }

    private static Code pick(Random random, String list, String... codes) {
        return new Code(list, codes[random.nextInt(codes.length)]);
    }

    @Override
    protected DiversionCommand command(Random random, DiversionState state) {
        DiversionId id = new DiversionId(stream());
        Code kind = new Code("outcome", KINDS.get(random.nextInt(KINDS.size())));
        InteractionId contact = new InteractionId(new UUID(1, random.nextInt(2)));
        Integer hours = random.nextBoolean() ? null : random.nextInt(60);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                new OfferDiversion(
                        id,
                        WRITER,
                        contact,
                        kind,
                        Instant.parse("2026-03-02T12:00:00Z").plusSeconds(random.nextInt(2) * 3_600L),
                        null,
                        null,
                        null);
            case 3 -> new RecordNotUsed(id, WRITER, contact, kind, pick(random, "unused-reason", "SAFETY", "OTHER"));
            case 4, 5 -> new AcceptDiversion(id, WRITER, day(random));
            case 6 -> new DeclineDiversion(id, WRITER, day(random), pick(random, "declined-by", "STUDENT", "BOTH"));
            case 7, 8 -> new StartDiversion(id, WRITER, day(random), due(random), hours);
            case 9, 10 ->
                new IssueStationAdjustment(
                        id,
                        WRITER,
                        new StationTerms(
                                day(random),
                                pick(random, "offence-level", "MISDEMEANOUR", "FELONY"),
                                due(random),
                                hours,
                                due(random),
                                List.of(),
                                Stated.YES,
                                Stated.YES,
                                Stated.YES,
                                Stated.MISSING));
            case 11 ->
                new RecordStateQuery(
                        id,
                        WRITER,
                        new StateQuery(
                                Instant.parse("2026-03-02T12:00:00Z"),
                                null,
                                pick(random, "state-query-answer", "WITHIN_LIMITS", "NO_ANSWER"),
                                null,
                                null,
                                random.nextInt(5)));
            case 12 ->
                new ExtendDiversion(
                        id,
                        WRITER,
                        day(random),
                        FIRST.plusDays(random.nextInt(260)),
                        pick(random, "extension-reason", "ILLNESS", "OTHER"));
            case 13 -> new RecordBreach(id, WRITER, day(random), pick(random, "breach-remedy", "WARNED"), hours);
            case 14 -> new CompleteDiversion(id, WRITER, day(random));
            case 15 -> new FailDiversion(id, WRITER, day(random), pick(random, "failure-reason", "OTHER", "WITHDREW"));
            case 16 -> new StateUnknown(id, WRITER, day(random), pick(random, "unknown-outcome-reason", "OTHER"));
            case 17, 18 ->
                new ReportAsProvider(id, WRITER, day(random), pick(random, "provider-status", "ACTIVE"), hours);
            default ->
                random.nextInt(3) == 0
                        ? new VoidDiversion(id, WRITER, WHY)
                        : new AcceptDiversion(id, WRITER, day(random));
        };
    }

    /** What is around a command is drawn from the command itself, so that saying it twice meets the same. */
    @Override
    protected List<DiversionEvent> decide(DiversionCommand command, DiversionState state) {
        int draw = Math.floorMod(command.hashCode(), 8);
        return DiversionDecider.decide(
                command,
                state,
                new DiversionCase(
                        draw < 3 ? Instant.parse("2026-03-02T12:30:00Z") : null,
                        draw == 7,
                        StationLimits.of(CodeLists.standard().validOn("station-limit", FIRST), draw % 2 == 0),
                        draw < 5 ? new Caps(CapsAnswer.WITHIN_BY_OUR_RECORDS, List.of()) : null));
    }

    @Override
    protected DiversionState evolve(DiversionState state, DiversionEvent event) {
        return DiversionDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(DiversionRule.values());
    }
}
