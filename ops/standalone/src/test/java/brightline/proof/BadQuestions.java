package brightline.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about figures and cases, each wrong in one way. */
final class BadQuestions {
    private final String token;
    private final List<BadRequest> made = new ArrayList<>();

    private BadQuestions(String token) {
        this.token = token;
    }

    /** All of them, asked with this token. */
    static List<BadRequest> by(String auditor) {
        var questions = new BadQuestions(auditor);
        questions.aboutFigures();
        questions.aboutFunnels();
        questions.aboutCases();
        return questions.made;
    }

    private void aboutFigures() {
        String hostile = URLEncoder.encode("MAR'; drop table log.domain_event_entry; --", StandardCharsets.UTF_8);
        for (String question : List.of("involvements", "routine-discipline", "arrests", "roster", "training")) {
            question("groupBy", question + "?groupBy=zodiac", 400, "?groupBy");
            question("groupBy of SQL", question + "?groupBy=" + hostile, 400, "?groupBy");
            question("from after to", question + "?from=2026-03-02&to=2026-03-01", 400, "?to");
            question("no day", question + "?from=heliotrope", 400, "?from");
            question("a day that never was", question + "?to=2026-02-30", 400, "?to");
            question("no moment of knowledge", question + "?asKnownOn=heliotrope", 400, "?asKnownOn");
            question("knowledge at the end of time", question + "?asKnownOn=%2B999999999-12-31", 400, "?asKnownOn");
            question("knowledge before time", question + "?asKnownOn=-999999999-01-01T00:00:00Z", 400, "?asKnownOn");
            question("rule set 99", question + "?ruleSet=99", 400, "?ruleSet");
            question("rule set of letters", question + "?ruleSet=two", 400, "?ruleSet");
            question("index below zero", question + "?atLeastIndex=-1", 400, "?atLeastIndex");
            question("index of letters", question + "?atLeastIndex=heliotrope", 400, "?atLeastIndex");
            question("index too big", question + "?atLeastIndex=99999999999999999999", 400, "?atLeastIndex");
            question("twice", question + "?from=2026-03-02&from=2026-03-03", 400, "?from");
            question("unknown parameter", question + "?heliotrope=1", 400, null);
            question("NUL", question + "?school=%00", 0, null);
            question("unknown code", question + "?race=HELIOTROPE", 400, "?race");
            question("no officer", question + "?officer=" + hostile, 0, null);
        }
    }

    private void aboutFunnels() {
        String funnel = "funnels?measure=routine-discipline&unit=school";
        question("no measure", "funnels?unit=school", 400, "?measure");
        question("unknown measure", "funnels?measure=heliotrope&unit=school", 400, "?measure");
        question("no unit", "funnels?measure=routine-discipline", 400, "?unit");
        question("unknown unit", "funnels?measure=routine-discipline&unit=heliotrope", 400, "?unit");
        question("groups", funnel + "&groupBy=month", 400, "?groupBy");
        question("unknown parameter", funnel + "&heliotrope=1", 400, null);
        question("no day", funnel + "&from=heliotrope", 400, "?from");
    }

    private void aboutCases() {
        String id = UUID.randomUUID().toString();
        question("no such case", "cases/" + id + "/timeline", 404, null);
        question("no id of a case", "cases/heliotrope/timeline", 404, null);
        question("no such question", "heliotrope", 404, null);
        question("a timeline as known on nothing", "cases/" + id + "/timeline?asKnownOn=heliotrope", 0, null);
    }

    private void question(String what, String question, int status, @Nullable String pointer) {
        made.add(BadRequest.request(
                question + ": " + what, "GET", "/api/queries/" + question, token, null, status, pointer, null));
    }
}
