package brightline.proof.recount;

import brightline.proof.recount.Known.Act;
import brightline.proof.recount.Known.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * M1: one decision about one student in one incident, where the student was the one it was about, the conduct was of tier 2, 3 or 4, an
 * arrest or citation was lawfully possible, and no warrant left no choice. P: settled by an alternative without any arrest. A: any arrest,
 * physical or on paper, in whichever record of the incident. S: of those, settled by the department and, as known then, without a petition.
 * U: neither decided nor arrested. An alternative settles it only in a record that has the student as the one it was about.
 */
final class ArrestAlternatives implements Figure {
    private static final Set<String> WITH_A_CHOICE = Set.of("2", "3", "4");
    private static final Set<String> ON_PAPER = Set.of("MUNI_TICKET", "NOTICE_TO_APPEAR");
    /** What these columns say of a code does not change with its editions. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final String PETITION = "ARREST_PETITION";

    @Override
    public String name() {
        return "arrests";
    }

    @Override
    public Row row(List<Involvement> those, Question question) {
        List<Involvement> students =
                those.stream().filter(Involvement::ofStudent).toList();
        Map<List<String>, List<Involvement>> decisions = new LinkedHashMap<>();
        students.stream()
                .filter(one -> hadAChoice(one) && answer(one).equals("YES"))
                .forEach(one -> decisions
                        .computeIfAbsent(one.instance(), _ -> new ArrayList<>())
                        .add(one));
        long settled = 0;
        long arrested = 0;
        long alternative = 0;
        for (List<Involvement> decision : decisions.values()) {
            List<Contact> records = decision.getFirst().entries();
            if (records.stream().anyMatch(ArrestAlternatives::isArrested)) {
                arrested++;
                if (isSettled(records)) {
                    settled++;
                }
            } else if (records.stream().anyMatch(ArrestAlternatives::isSettledBySomething)) {
                alternative++;
            }
        }
        long open = decisions.size() - arrested - alternative;
        long missing = students.stream()
                .filter(one -> hadAChoice(one) && answer(one).equals("MISSING"))
                .map(Involvement::instance)
                .filter(instance -> !decisions.containsKey(instance))
                .distinct()
                .count();
        return new Row()
                .with("P", alternative)
                .with("A", arrested)
                .with("S", settled)
                .with("U", open)
                .with("count", alternative + arrested)
                .with("custodialArrests", arrests(students, "custodial"))
                .with("citations", arrests(students, "paper"))
                .share("M1a", alternative, alternative + arrested)
                .share("M1b", settled, arrested)
                .share("M1c", alternative + settled, alternative + arrested)
                .share("U", open, decisions.size())
                .share("missing", missing, missing + decisions.size());
    }

    private static boolean hadAChoice(Involvement one) {
        Contact record = one.counted.contact();
        String tier = Codes.tier(record.conduct, one.known.dayOf(record.occurredAt));
        return record.role.equals("SUBJECT")
                && WITH_A_CHOICE.contains(String.valueOf(tier))
                && !"WARRANT".equals(record.initiator);
    }

    private static String answer(Involvement one) {
        return one.counted.contact().arrestPossible;
    }

    /** In custody or on paper, by what was done or by how it was settled. */
    static boolean isArrested(Contact record) {
        return arrested(record, "custodial") || arrested(record, "paper");
    }

    private static boolean arrested(Contact record, String kind) {
        return record.acts.stream().anyMatch(act -> kind(act).equals(kind))
                || (record.outcome != null && kind(record.outcome).equals(kind));
    }

    /** Which arrest an outcome says there was; empty for none. */
    private static String kind(String outcome) {
        if (ON_PAPER.contains(outcome)) {
            return "paper";
        }
        return Codes.attribute("outcome/" + outcome, TODAY, "arrest_recorded").equals("yes") ? "custodial" : "";
    }

    private static String kind(Act act) {
        return Codes.attribute(act.code(), TODAY, "arrest");
    }

    private static boolean isSettled(List<Contact> records) {
        return records.stream().noneMatch(record -> PETITION.equals(record.outcome))
                && records.stream()
                        .anyMatch(record -> isSettledBySomething(record)
                                || record.acts.stream()
                                        .anyMatch(act -> act.code().endsWith("/A3_STATION_ADJ")));
    }

    /** By an alternative, wholly or, after an arrest, partly. */
    private static boolean isSettledBySomething(Contact record) {
        return record.role.equals("SUBJECT")
                && Set.of("yes", "partly").contains(outcome(record, "counts_as_alternative"));
    }

    private static String outcome(Contact record, String column) {
        return record.outcome == null ? "" : Codes.attribute("outcome/" + record.outcome, TODAY, column);
    }

    private static long arrests(List<Involvement> students, String kind) {
        return students.stream()
                .filter(one -> isArrestBy(one, kind))
                .map(Involvement::instance)
                .distinct()
                .count();
    }

    /** By what the officer did, or by how the contact was settled, in whichever of the officer's records. */
    private static boolean isArrestBy(Involvement one, String kind) {
        return one.parts.stream().anyMatch(part -> isArrestBy(part, kind));
    }

    private static boolean isArrestBy(Involvement.Part part, String kind) {
        String outcome = part.contact().outcome;
        return part.acts().stream().anyMatch(act -> kind(act).equals(kind))
                || (outcome != null && kind(outcome).equals(kind));
    }
}
