package brightline.command.imports.reference;

import brightline.command.imports.contacts.SourceKeys;
import brightline.command.imports.contacts.SourceKeys.Said;
import brightline.command.imports.file.*;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.register.RegisterEdition;
import brightline.command.school.School;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.events.SchoolCode;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.school.SchoolEvent.GroupCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
                    + " same school and day take the place of those of an earlier file; within one file a second line of them is rejected.");

    private final Configuration axon;
    private final SourceKeys keys;

    /** @param axon comes lazily: it in turn looks for command handlers */
    EnrolmentCsv(@Lazy Configuration axon, SourceKeys keys) {
        this.axon = axon;
        this.keys = keys;
    }

    /** Students of a school on a day. */
    record EnrolmentLine(long line, CountEnrolment count) implements Stated {
        /** Of the school and the day. */
        String key() {
            return new SourceKey(
                            NAME,
                            "school-day",
                            List.of(count.school().value(), count.day().toString()))
                    .hash();
        }

        /** What is said of them, in hexadecimal. */
        String content() {
            List<String> said = new ArrayList<>(List.of(String.valueOf(count.total())));
            count.groups().forEach(group -> said.add(group.group() + "=" + group.count()));
            return new SourceKey(NAME, "counts", said).hash();
        }
    }

    /** What a file says twice of one school and day it says once: which of two figures is right nobody can tell from it. */
    @Override
    public void take(ImportStatus status, List<EnrolmentLine> lines, RegisterEdition known, Answers answers)
            throws Exception {
        Map<String, SourceKeys.Known> earlier = keys.known(
                NAME, status.importId(), lines.stream().map(EnrolmentLine::key).collect(Collectors.toSet()));
        Map<String, Said> said = new LinkedHashMap<>();
        earlier.forEach((key, one) -> {
            if (status.importId().equals(one.lastImport())) {
                said.put(key, new Said(one.content(), one.line()));
            }
        });
        List<EnrolmentLine> first = new ArrayList<>();
        Map<String, Said> here = new LinkedHashMap<>();
        for (EnrolmentLine line : lines) {
            Said before = said.putIfAbsent(line.key(), new Said(line.content(), line.line()));
            if (before == null) {
                first.add(line);
                here.put(line.key(), new Said(line.content(), line.line()));
            } else if (line.content().equals(before.content())) {
                answers.repeat(1);
            } else {
                answers.reject(new Rejection(
                        line.line(), null, "its key stands on line " + before.line() + " with other content"));
            }
        }
        here.keySet().removeAll(keys.take(NAME, status.importId(), here));
        keys.sent(NAME, status.importId(), here);
        ReferenceFormat.super.take(status, first, known, answers);
    }

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
            return !school.count(line.count(), edition) ? News.NONE : known ? News.CHANGED : News.ADDED;
        });
    }
}
