package brightline.query.caseload;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.caseload.ReferralList.Missing;
import brightline.query.caseload.ReferralList.Referral;
import brightline.query.question.Asked;
import brightline.query.question.Paging.Stretch;
import brightline.query.roster.OwnSchools;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Referrals and missing counterparts over HTTP. A school is shown the schools of its account, an officer those of today's assignments. */
@RestController
final class ReferralController {
    private final ReferralList list;
    private final OwnSchools own;

    ReferralController(ReferralList list, OwnSchools own) {
        this.list = list;
        this.own = own;
    }

    @Operation(
            summary = "Referrals to police, and what each side says of them",
            description = "A school is shown the schools of its account, an officer those of today's assignments.")
    @Does(Action.READ_REFERRALS)
    @GetMapping("/api/queries/referrals")
    Stretch<Referral> referrals(@Asked ReferralList.Question question, CurrentActor actor) {
        return list.referrals(question, schools(actor));
    }

    @Operation(summary = "Records of one side that lack their counterpart on the other")
    @Does(Action.READ_REFERRALS)
    @GetMapping("/api/queries/counterparts")
    Stretch<Missing> counterparts(@Asked ReferralList.CounterpartQuestion question, CurrentActor actor) {
        return list.counterparts(question, schools(actor));
    }

    private @Nullable Set<String> schools(CurrentActor actor) {
        return actor.role() == AccountRole.SCHOOL_ADMIN || actor.role() == AccountRole.SRO ? own.of(actor) : null;
    }
}
