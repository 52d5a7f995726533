package brightline.command.imports.oneroster;

import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.register.RegisterEdition;
import brightline.command.student.Departure;
import brightline.command.student.Placement;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a student is on a day, from all rows of the roster about that student, in whatever order they came: at every school where a row
 * is current, however many ended ones there are; the home school is that of a primary row, of several that of the last to begin.
 *
 * @param placements schools the student is at, the home school first
 * @param names of these schools, as the roster has them
 * @param departures schools with ended rows alone, as of the last that ended; where the student is at a school, of all others too
 * @param begins whether a row says that the student is still to come
 */
record RosterState(
        List<Placement> placements, Map<SchoolCode, String> names, List<Departure> departures, boolean begins) {
    private static final Comparator<RosterPlace> HOME_FIRST = Comparator.comparing(RosterPlace::primary)
            .thenComparing(RosterPlace::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    /** @param orgs by sourcedId; rows at any other, or at what is no school, say nothing */
    static RosterState of(
            Collection<RosterPlace> places, Map<String, RosterOrg> orgs, RegisterEdition register, LocalDate today) {
        Map<SchoolCode, List<RosterPlace>> bySchool = new LinkedHashMap<>();
        Map<SchoolCode, String> names = new LinkedHashMap<>();
        for (RosterPlace place : places) {
            RosterOrg org = orgs.get(place.org());
            if (org != null && org.isSchool()) {
                SchoolCode school = org.code(register);
                bySchool.computeIfAbsent(school, _ -> new ArrayList<>())
                        .add(org.deleted() ? place.takenBack(org.lastDayOr(today)) : place);
                names.putIfAbsent(school, org.name());
            }
        }
        Map<SchoolCode, RosterPlace> best = new LinkedHashMap<>();
        List<Departure> departures = new ArrayList<>();
        bySchool.forEach((school, rows) -> {
            rows.stream()
                    .filter(row -> row.isCurrent(today))
                    .min(HOME_FIRST)
                    .ifPresentOrElse(
                            row -> best.put(school, row),
                            () -> rows.stream()
                                    .filter(row -> row.isOver(today))
                                    .map(row -> row.lastDay(today))
                                    .max(Comparator.naturalOrder())
                                    .ifPresent(last -> departures.add(new Departure(school, last))));
        });
        List<Placement> placements = best.entrySet().stream()
                .sorted(Map.Entry.<SchoolCode, RosterPlace>comparingByValue(HOME_FIRST)
                        .thenComparing(one -> one.getKey().value()))
                .map(one ->
                        new Placement(one.getKey(), firstDay(bySchool.getOrDefault(one.getKey(), List.of()), today)))
                .toList();
        if (!placements.isEmpty()) {
            departures.add(new Departure(null, today));
        }
        names.keySet().retainAll(best.keySet());
        return new RosterState(
                placements,
                names,
                departures,
                placements.isEmpty()
                        && bySchool.values().stream().flatMap(List::stream).anyMatch(row -> row.begins(today)));
    }

    /** The same, or of a person who was taken back and of whom no row tells anything, that he or she left every school on the day. */
    RosterState orLeftOn(LocalDate day) {
        return placements.isEmpty() && departures.isEmpty()
                ? new RosterState(placements, names, List.of(new Departure(null, day)), begins)
                : this;
    }

    /** Of the rows that are current, the first; today where none says. */
    private static LocalDate firstDay(Collection<RosterPlace> rows, LocalDate today) {
        return rows.stream()
                .filter(row -> row.isCurrent(today))
                .map(RosterPlace::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(today);
    }
}
