package brightline.query.caseload;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.caseload.ReferralList.Asked;
import brightline.query.caseload.ReferralList.Page;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referrals and missing counterparts over HTTP. A school and an officer are shown the schools of their own account. */
@RestController
final class ReferralController {
    private static final String AS_KNOWN = "What was recorded until the end of that day, or until that moment";
    private static final String INDEX = "The answer rests on the event of this index, or says that it cannot yet";
    private static final Set<String> SIDES = Set.of("SCHOOL", "POLICE");

    private final ReferralList list;

    ReferralController(ReferralList list) {
        this.list = list;
    }

    @Operation(
            summary = "Referrals to police, and what each side says of them",
            description = "A school and an officer are shown the schools of their own account.")
    @Does(Action.READ_REFERRALS)
    @GetMapping("/api/queries/referrals")
    Map<String, @Nullable Object> referrals(
            @Parameter(description = "Code of one school", example = "MAR") @RequestParam(required = false) @Nullable
                    String school,
            @Parameter(description = AS_KNOWN, example = "2026-03-31") @RequestParam(required = false) @Nullable
                    String asKnownOn,
            @Parameter(description = INDEX, example = "1") @RequestParam(required = false) @Nullable Long atLeastIndex,
            @Parameter(description = "The next of an earlier answer") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Items at most", example = "50") @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) CurrentActor actor) {
        return json(list.referrals(asked(school, asKnownOn, atLeastIndex, cursor, limit, actor)));
    }

    @Operation(summary = "Records of one side that lack their counterpart on the other")
    @Does(Action.READ_REFERRALS)
    @GetMapping("/api/queries/counterparts")
    Map<String, @Nullable Object> counterparts(
            @Parameter(description = "The side whose record is missing", example = "SCHOOL")
                    @RequestParam(required = false)
                    @Nullable
                    String side,
            @Parameter(description = "Code of one school", example = "MAR") @RequestParam(required = false) @Nullable
                    String school,
            @Parameter(description = AS_KNOWN, example = "2026-03-31") @RequestParam(required = false) @Nullable
                    String asKnownOn,
            @Parameter(description = INDEX, example = "1") @RequestParam(required = false) @Nullable Long atLeastIndex,
            @Parameter(description = "The next of an earlier answer") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Items at most", example = "50") @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) CurrentActor actor) {
        String wanted = side == null || side.isEmpty() ? null : side;
        if (wanted != null && !SIDES.contains(wanted)) {
            throw PageCursor.wrong("side", "must be SCHOOL or POLICE");
        }
        return json(list.counterparts(asked(school, asKnownOn, atLeastIndex, cursor, limit, actor), wanted));
    }

    private static Asked asked(
            @Nullable String school,
            @Nullable String asKnownOn,
            @Nullable Long atLeastIndex,
            @Nullable String cursor,
            int limit,
            CurrentActor actor) {
        if (atLeastIndex != null && atLeastIndex < 0) {
            throw PageCursor.wrong("atLeastIndex", "must not be negative");
        }
        if (school != null && (school.length() > 40 || school.chars().anyMatch(Character::isISOControl))) {
            throw PageCursor.wrong("school", "is no code of a school");
        }
        return new Asked(
                schools(school, actor),
                moment(asKnownOn),
                atLeastIndex,
                PageCursor.read(cursor),
                PageCursor.limit(limit));
    }

    private static @Nullable Set<String> schools(@Nullable String school, CurrentActor actor) {
        boolean ownOnly = actor.role() == AccountRole.SCHOOL_ADMIN || actor.role() == AccountRole.SRO;
        if (school == null || school.isEmpty()) {
            return ownOnly ? actor.schools() : null;
        }
        return !ownOnly || actor.schools().contains(school) ? Set.of(school) : Set.of();
    }

    private static @Nullable AsKnownOn moment(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : AsKnownOn.of(text);
        } catch (DateTimeParseException _) {
            throw PageCursor.wrong("asKnownOn", "must be " + Times.DAY_OR_MOMENT);
        }
    }

    private static Map<String, @Nullable Object> json(Page<?> page) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("items", page.items());
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return json;
    }
}
