package brightline.command.register;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the fields of one request and refuses it with everything that is wrong, not only the first. Used once. */
public final class FieldChecks {
    private final List<FieldProblem> problems = new ArrayList<>();

    public void wrong(String pointer, String code, String reason) {
        problems.add(new FieldProblem(pointer, code, reason));
    }

    /** The text without outer blanks. */
    public String text(String pointer, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            wrong(pointer, "missing", "must be given");
        } else if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            wrong(pointer, "wrong-value", "must be one line of at most " + longest + " characters");
        }
        return text;
    }

    /** Notes a value that must be there; the caller uses it after {@link #refuse()} only. */
    public void given(String pointer, @Nullable Object value) {
        if (value == null) {
            wrong(pointer, "missing", "must be given");
        }
    }

    /** A code of the list: written with or without the list's name. */
    public Code code(String pointer, @Nullable String value, String list, LocalDate on) {
        String text = text(pointer, value, 80);
        Code code = new Code(
                list, text.isEmpty() ? "?" : text.startsWith(list + "/") ? text.substring(list.length() + 1) : text);
        if (!text.isEmpty() && CodeLists.standard().find(code, on).isEmpty()) {
            wrong(pointer, "unknown-code", "is no code of the list " + list + " on that day");
        }
        return code;
    }

    /** A school's code; null where none is given. */
    public @Nullable SchoolCode school(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        String text = text(pointer, value, 40);
        return text.isEmpty() || text.length() > 40 ? null : new SchoolCode(text);
    }

    /** Codes of the list; none where nothing is given. */
    public List<Code> codes(String pointer, @Nullable List<@Nullable String> values, String list, LocalDate on) {
        List<Code> codes = new ArrayList<>();
        if (values != null) {
            for (int i = 0; i < values.size(); i++) {
                codes.add(code(pointer + "/" + i, values.get(i), list, on));
            }
        }
        return codes.stream()
                .distinct()
                .sorted(Comparator.comparing(Code::toString))
                .toList();
    }

    /** A day that must be given, of the years 1990 to 2100; {@code LocalDate.EPOCH} stands in for a wrong one until {@link #refuse()}. */
    public LocalDate day(String pointer, @Nullable LocalDate day) {
        LocalDate given = dayIfGiven(pointer, day);
        if (given == null) {
            given(pointer, day);
            return LocalDate.EPOCH;
        }
        return given;
    }

    /** A day of the years 1990 to 2100; null where none is given. */
    public @Nullable LocalDate dayIfGiven(String pointer, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) {
            wrong(pointer, "wrong-value", "must be a day of the years 1990 to 2100");
        }
        return day;
    }

    /** A day that must be given and is not to come: what is said of it has happened. */
    public LocalDate past(String pointer, @Nullable LocalDate day, LocalDate today) {
        LocalDate given = day(pointer, day);
        if (given.isAfter(today)) {
            wrong(pointer, "in-the-future", "must not be after today");
        }
        return given;
    }

    /** Why something recorded is corrected; both must be given, as codes valid on that day. */
    public Correction correction(@Nullable String reason, @Nullable String basis, LocalDate on) {
        return new Correction(
                code("/reason", reason, "correction-reason", on), code("/basis", basis, "correction-basis", on), null);
    }

    /** @throws ProblemException if anything was wrong */
    public void refuse() {
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.invalid(problems));
        }
    }
}
