package brightline.query.audit;

import static brightline.query.audit.EventWords.officer;
import static brightline.query.audit.EventWords.said;

import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionEvent.*;
import brightline.events.diversion.StateQuery;
import brightline.events.diversion.StationTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Diversions in plain words. */
final class DiversionWords {
    private final EventWords words;

    DiversionWords(EventWords words) {
        this.words = words;
    }

    String of(DiversionEvent event) {
        return switch (event) {
            case DiversionNotUsed(var _, var _, var kind, var reason) ->
                "An alternative was considered and not used: %s; reason: %s."
                        .formatted(words.name(kind), words.name(reason));
            case DiversionOffered offered ->
                "%s offered an alternative: %s%s."
                        .formatted(
                                officer(offered.officer()),
                                words.name(offered.kind()),
                                offered.provider() == null ? "" : ", program: " + offered.provider());
            case DiversionAccepted accepted ->
                "Student and family agreed to the alternative on %s.".formatted(accepted.acceptedOn());
            case DiversionDeclined(var _, var _, var on, var by) ->
                "The alternative was declined on %s, by: %s.".formatted(on, words.name(by));
            case DiversionStarted(var _, var _, var on, var due, var hours) ->
                "The alternative began on %s%s.".formatted(on, limits(due, hours));
            case StationAdjustmentIssued(var _, var _, var terms, var caps) -> issued(terms, caps);
            case StateQueryRecorded recorded -> asked(recorded.query());
            case DiversionExtended(var _, var _, var on, var due, var reason) ->
                "On %s it was extended until %s; reason: %s.".formatted(on, due, words.name(reason));
            case DiversionBreached(var _, var _, var on, var remedy, var hours) ->
                "Terms were broken on %s; what followed: %s%s.".formatted(on, words.name(remedy), limits(null, hours));
            case DiversionCompleted completed ->
                "The alternative was completed on %s.".formatted(completed.completedOn());
            case DiversionFailed(var _, var _, var on, var reason) ->
                "The alternative failed on %s; reason: %s.".formatted(on, words.name(reason));
            case OutcomeUnknown(var _, var _, var on, var reason) ->
                "On %s nobody could tell what became of it; reason: %s.".formatted(on, words.name(reason));
            case ProviderReported(var _, var _, var on, var status, var done) ->
                "The program reported on %s: %s%s."
                        .formatted(on, words.name(status), done == null ? "" : ", hours of service done: " + done);
            case DiversionVoided voided ->
                "The alternative's record was voided and counts nowhere. %s"
                        .formatted(words.because(voided.correction()));
        };
    }

    private static String limits(@Nullable LocalDate due, @Nullable Integer hours) {
        return (due == null ? "" : ", due " + due) + (hours == null ? "" : ", hours of service: " + hours);
    }

    private String issued(StationTerms terms, CapsAnswer caps) {
        return "A station adjustment was issued on %s for: %s%s; conditions: %s; admission: %s; written agreement: %s; guardian took part: %s; State's Attorney approved: %s; by our records: %s."
                .formatted(
                        terms.issuedOn(),
                        words.name(terms.offence()),
                        limits(terms.dueOn(), terms.serviceHours()),
                        words.names(terms.conditions()),
                        said(terms.admission()),
                        said(terms.writtenAgreement()),
                        said(terms.guardianInvolved()),
                        said(terms.attorneyApproved()),
                        switch (caps) {
                            case WITHIN_BY_OUR_RECORDS -> "within the limits";
                            case BEYOND_BY_OUR_RECORDS -> "beyond a limit";
                            case NOT_KNOWN -> "not known";
                        });
    }

    private String asked(StateQuery query) {
        return "%s asked the state's system about earlier station adjustments; answer: %s%s%s%s."
                .formatted(
                        officer(query.officer()),
                        words.name(query.answer()),
                        query.misdemeanours() == null ? "" : ", for misdemeanors: " + query.misdemeanours(),
                        query.felonies() == null ? "" : ", for felonies: " + query.felonies(),
                        query.all() == null ? "" : ", of all kinds: " + query.all());
    }
}
