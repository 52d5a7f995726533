package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.desk.DeskReader.View;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.LeftOut;
import brightline.query.figures.Limited;
import brightline.query.figures.ReferenceEntries;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work with students that is no contact, counted apart from contacts. Takes the filters that make sense for it. */
@RestController
final class ActivityController {
    private final DeskReader reader;
    private final ReferenceEntries entries;
    private final FigureEngine engine;
    private final List<String> kinds;

    ActivityController(DeskReader reader, ReferenceEntries entries, FigureEngine engine) {
        this.reader = reader;
        this.entries = entries;
        this.engine = engine;
        this.kinds = CodeLists.standard().validOn("activity", LocalDate.EPOCH.plusYears(60)).stream()
                .map(CodeEntry::code)
                .toList();
    }

    @Operation(
            summary = "Work with students that is no contact",
            description =
                    "Counts by kind, minutes and students as far as they were recorded. Filters and groups: school, "
                            + "officer, month, schoolYear.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/activities")
    Map<String, @Nullable Object> activities(
            @Asked
                    @Limited(
                            to = {Dimension.SCHOOL, Dimension.OFFICER, Dimension.MONTH, Dimension.SCHOOL_YEAR},
                            grouped = true)
                    FigureQuestion asked) {
        FigureQuestion question = engine.known(asked);
        return reader.read(
                new Basis(question.asKnownOn(), question.atLeastIndex()),
                view -> FigureJson.of(counted(question, view)));
    }

    private FigureAnswer counted(FigureQuestion question, View view) {
        AgencySettings settings = entries.settings(view.horizon());
        Map<String, String> schools = entries.schools(view.horizon());
        Map<String, String> officers = entries.officers(view.horizon());
        Map<String, Object> values = new LinkedHashMap<>();
        List<FigureRow> rows = reader.jdbc()
                .sql(statement(question, settings, values))
                .params(values)
                .param("horizon", view.horizon())
                .query((row, _) -> row(row, question, schools, officers))
                .list();
        return new FigureAnswer(
                "activities", 1, question, null, null, view.horizon(), rows, LeftOut.NOTHING, List.of());
    }

    private String statement(FigureQuestion question, AgencySettings settings, Map<String, Object> values) {
        values.put("zone", settings.zone().getId());
        StringBuilder statement = new StringBuilder("""
                with done as (
                  select t.*, (t.started_at at time zone :zone)::date as started_on from rm.activity t
                   where not t.withdrawn and\s""")
                .append(DeskReader.AS_KNOWN)
                .append("), dated as (select d.*, ")
                .append(column(Dimension.MONTH, settings))
                .append(" as month, ")
                .append(column(Dimension.SCHOOL_YEAR, settings))
                .append(" as school_year from done d), chosen as (select * from dated where true");
        if (question.from() != null) {
            statement.append(" and started_on >= :from");
            values.put("from", question.from());
        }
        if (question.to() != null) {
            statement.append(" and started_on <= :to");
            values.put("to", question.to());
        }
        question.filters().forEach((dimension, wanted) -> {
            statement
                    .append(" and ")
                    .append(name(dimension))
                    .append(" = any(:")
                    .append(dimension.name())
                    .append(")");
            values.put(dimension.name(), wanted.toArray(String[]::new));
        });
        statement.append(") select ");
        question.groupBy()
                .forEach(dimension -> statement
                        .append(name(dimension))
                        .append(" as ")
                        .append(dimension.name())
                        .append(", "));
        for (int i = 0; i < kinds.size(); i++) {
            statement
                    .append("count(*) filter (where kind = :kind")
                    .append(i)
                    .append(") as kind_")
                    .append(i)
                    .append(", ");
            values.put("kind" + i, kinds.get(i));
        }
        statement.append("""
                count(*) as n, coalesce(sum(minutes), 0) as minutes, count(*) filter (where minutes is null) as no_minutes,
                coalesce(sum(students), 0) as students, count(*) filter (where students is null) as no_students
                  from chosen
                """);
        if (!question.groupBy().isEmpty()) {
            String names = String.join(
                    ", ",
                    question.groupBy().stream().map(ActivityController::name).toList());
            statement.append(" group by ").append(names).append(" order by ").append(names);
        }
        return statement.toString();
    }

    private static String name(Dimension dimension) {
        return switch (dimension) {
            case SCHOOL -> "school";
            case OFFICER -> "officer::text";
            case MONTH -> "month";
            case SCHOOL_YEAR -> "school_year";
            default -> throw new IllegalArgumentException("Activities have no " + dimension);
        };
    }

    private static String column(Dimension dimension, AgencySettings settings) {
        if (dimension == Dimension.MONTH) {
            return "to_char(started_on, 'YYYY-MM')";
        }
        String year = """
                (extract(year from started_on)::int - case when (extract(month from started_on), extract(day from started_on))
                 < (%d, %d) then 1 else 0 end)""".formatted(
                        settings.schoolYearStart().getMonthValue(),
                        settings.schoolYearStart().getDayOfMonth());
        return year + "::text || '-' || lpad(((" + year + " + 1) % 100)::text, 2, '0')";
    }

    private FigureRow row(
            ResultSet row, FigureQuestion question, Map<String, String> schools, Map<String, String> officers)
            throws SQLException {
        Map<Dimension, @Nullable String> group = new LinkedHashMap<>();
        Map<Dimension, String> labels = new EnumMap<>(Dimension.class);
        for (Dimension dimension : question.groupBy()) {
            String value = row.getString(dimension.name());
            group.put(dimension, value);
            String label = dimension == Dimension.SCHOOL
                    ? schools.get(value)
                    : dimension == Dimension.OFFICER ? officers.get(value) : null;
            if (label != null) {
                labels.put(dimension, label);
            }
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            counts.put(kinds.get(i), row.getLong("kind_" + i));
        }
        counts.put("minutes", row.getLong("minutes"));
        counts.put("withoutMinutes", row.getLong("no_minutes"));
        counts.put("students", row.getLong("students"));
        counts.put("withoutStudents", row.getLong("no_students"));
        return new FigureRow(group, labels, row.getLong("n"), counts, Map.of());
    }
}
