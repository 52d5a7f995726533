package brightline.command.submission;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemSource;
import brightline.edge.problem.RuleRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the refusals of rules for HTTP, so that rules need to know nothing of it. */
final class RefusalProblems implements ProblemSource {

    private record Refusal(Rule rule, List<FieldProblem> errors) implements RuleRefusal {
        @Override
        public String code() {
            return rule.code();
        }

        @Override
        public String title() {
            return rule.words().title();
        }

        @Override
        public @Nullable String source() {
            return rule.words().source();
        }

        @Override
        public String action() {
            return rule.words().action();
        }
    }

    @Override
    public @Nullable Problem problemFor(Throwable failure) {
        return failure instanceof CommandRejected rejected
                ? Problem.refused(new Refusal(rejected.rule(), rejected.fields()))
                : null;
    }
}
