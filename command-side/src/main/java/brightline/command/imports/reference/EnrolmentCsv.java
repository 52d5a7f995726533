package brightline.command.imports.reference;

import brightline.command.imports.file.*;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.register.RegisterEdition;
import brightline.command.school.School;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.events.SchoolCode;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.school.SchoolEvent.GroupCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.config.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enrolment of schools on days: one line for each school and day. */
@Component
@Order(5)
final class EnrolmentCsv implements ReferenceFormat<EnrolmentCsv.EnrolmentLine> {
    static final String NAME = "brightline-enrolment";

    private static final List<String> LISTS = List.of("race", "sex", "grade-band", "disability", "english-learner");
    private static final int MOST = 1_000_000;
    private static final LocalDate LISTED = LocalDate.of(2018, 1, 1);
    private static final List<CodeEntry> GROUPS = LISTS.stream()
            .flatMap(list -> CodeLists.standard().validOn(list, LISTED).stream())
            .toList();

    private static final FormatGuide GUIDE = FormatGuide.ofLines(
            NAME,
            "Enrollment of schools on a day (CSV)",
            "How many students a school had on a day, one line for each school and day.",
            Holds.ENROLLMENT,
            columns(),
            "Blank, or no such column, means not counted, which is not zero. Groups of one kind must not hold more students"
                    + " than the total.",
            "A line is accepted where it says something new, and already there where it does not; other figures for the"
                    + " same school and day take the place of the earlier ones.");

    private final Configuration axon;

    /** @param axon comes lazily: it in turn looks for command handlers */
    EnrolmentCsv(@Lazy Configuration axon) {
        this.axon = axon;
    }

    /** Students of a school on a day. */
    record EnrolmentLine(long line, CountEnrolment count) implements Stated {}

    @Override
    public FormatGuide guide() {
        return GUIDE;
    }

    @Override
    public Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        return Map.of(
                "school",
                LineFormat.aSchool(register),
                "day",
                today.minusWeeks(1).toString());
    }

    private static List<FormatColumn> columns() {
        List<FormatColumn> columns = new ArrayList<>(FormatColumn.shipped("enrollment_columns.csv"));
        for (CodeEntry group : GROUPS) {
            columns.add(new FormatColumn(group.key().toString(), false, "How many of them: " + group.name(), "10"));
        }
        return List.copyOf(columns);
    }

    @Override
    public EnrolmentLine read(Cells cells) throws LineRejected {
        SchoolCode school = OfficerRosterCsv.registeredSchool(cells);
        LocalDate day = OfficerRosterCsv.day(cells, "day");
        cells.notToCome("day", day);
        cells.required("total");
        int total = Objects.requireNonNull(cells.number("total", MOST));
        List<GroupCount> counts = new ArrayList<>();
        for (CodeEntry group : GROUPS) {
            Integer count = cells.number(group.key().toString(), MOST);
            if (count != null) {
                counts.add(new GroupCount(group.key(), count));
            }
        }
        return new EnrolmentLine(cells.line(), new CountEnrolment(school, day, total, counts));
    }

    @Override
    public News record(EnrolmentLine line, RegisterEdition edition) throws Exception {
        return axon.repository(School.class).load(line.count().school().value()).invoke(school -> {
            boolean known = school.isCountedOn(line.count().day());
            return !school.count(line.count()) ? News.NONE : known ? News.CHANGED : News.ADDED;
        });
    }
}
