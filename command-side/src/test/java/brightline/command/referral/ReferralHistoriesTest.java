package brightline.command.referral;

import brightline.command.RandomHistories;
import brightline.command.referral.ReferralCommand.AcceptReferral;
import brightline.command.referral.ReferralCommand.AssignOwner;
import brightline.command.referral.ReferralCommand.DeclineReferral;
import brightline.command.referral.ReferralCommand.HandBack;
import brightline.command.referral.ReferralCommand.LinkDiscipline;
import brightline.command.referral.ReferralCommand.LinkIncident;
import brightline.command.referral.ReferralCommand.MakeReferral;
import brightline.command.referral.ReferralCommand.UnlinkIncident;
import brightline.command.referral.ReferralCommand.VoidReferral;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.ReferralId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralEvent.ReferralMade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class ReferralHistoriesTest extends RandomHistories<ReferralCommand, ReferralState, ReferralEvent> {
    private static final Instant NINE = Instant.parse("2026-03-02T15:00:00Z");
    private static final Correction WHY =
            new Correction(Code.of("correction-reason/OTHER"), Code.of("correction-basis/AUDIT"), null);

    @Override
    protected ReferralState begin() {
        return new ReferralState.Unrecorded();
    }

    private static Code pick(Random random, String list, String... codes) {
        return new Code(list, codes[random.nextInt(codes.length)]);
    }

    @Override
    protected ReferralCommand command(Random random, ReferralState state) {
        ReferralId id = new ReferralId(stream());
        Instant at = NINE.plusSeconds(random.nextInt(5) * 60L);
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                new MakeReferral(
                        new ReferralMade(
                                id,
                                pick(random, "referral-kind", "POLICE_CALL", "DISCIPLINARY_REFERRAL"),
                                new SchoolCode("MAR"),
                                at,
                                null,
                                null,
                                List.of(),
                                null,
                                Stated.NO),
                        null);
            case 2, 3 -> new AcceptReferral(id, null, at, null);
            case 4 -> new DeclineReferral(id, null, at, null, pick(random, "referral-decline-reason", "OTHER"));
            case 5 -> new HandBack(id, null, at, null, pick(random, "requester", "DEAN", "TEACHER"));
            case 6 ->
                new LinkDiscipline(
                        id,
                        null,
                        pick(random, "school-disposition", "DETENTION", "CONFERENCE"),
                        LocalDate.of(2026, 3, 3),
                        null);
            case 7, 8 -> new LinkIncident(id, null, new IncidentId(new UUID(3, random.nextInt(3))));
            case 9 -> new UnlinkIncident(id, null, WHY);
            case 10 -> new AssignOwner(id, null, random.nextBoolean() ? "coordinator" : "supervisor");
            default ->
                random.nextInt(3) == 0 ? new VoidReferral(id, null, WHY) : new AcceptReferral(id, null, at, null);
        };
    }

    @Override
    protected List<ReferralEvent> decide(ReferralCommand command, ReferralState state) {
        return ReferralDecider.decide(command, state);
    }

    @Override
    protected ReferralState evolve(ReferralState state, ReferralEvent event) {
        return ReferralDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(ReferralRule.values());
    }
}
