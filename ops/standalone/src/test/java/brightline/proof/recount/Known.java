package brightline.proof.recount;

import brightline.edge.keys.PersonalPart.FromList;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.proof.recount.RawLog.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that is known once the events so far are read: the latest value of each fact counts, and what was voided is marked so. */
final class Known {
    ZoneId zone = ZoneId.of("America/Chicago");
    MonthDay schoolYearStart = MonthDay.of(8, 1);
    int lateAfterHours = 24;
    final Map<String, Incident> incidents = new LinkedHashMap<>();
    final Map<String, Contact> contacts = new LinkedHashMap<>();
    final Map<String, Diversion> diversions = new LinkedHashMap<>();
    final Map<String, Officer> officers = new LinkedHashMap<>();
    final List<Complaint> complaints = new ArrayList<>();
    /** The last decision of a reviewer, by contact and officer. */
    final Map<List<String>, String> overrides = new LinkedHashMap<>();
    /** By side, then by day. */
    final Map<String, TreeMap<LocalDate, List<RosterLine>>> rosterLists = new TreeMap<>();

    private static final Set<String> ENDING = Set.of("ENDED_UNSATISFACTORILY", "ENDED_AND_REFERRED");

    private final RawLog log;

    private Known(RawLog log) {
        this.log = log;
    }

    /** What all students of an incident share. */
    static final class Incident {
        final String id;
        String school;
        final @Nullable String place;
        final String inSession;
        /** The record of the same incident that was there first; null where this is not a double. */
        @Nullable
        String doubleOf;

        Incident(JsonNode said) {
            id = Said.needed(said, "incidentId");
            school = Said.needed(said, "school");
            place = Said.text(said, "place");
            inSession = Said.stated(said, "inSession");
        }
    }

    /** One thing an officer did. */
    record Act(
            int number,
            String code,
            @Nullable String officer,
            @Nullable String capacity,
            String imminent,
            @Nullable String legalBasis) {
        static Act of(JsonNode said) {
            return new Act(
                    said.get("number").asInt(),
                    Said.needed(said, "code"),
                    Said.text(said, "officer"),
                    Said.code(Said.text(said, "capacity")),
                    Said.stated(said, "imminence"),
                    Said.code(Said.text(said, "legalBasis")));
        }
    }

    /** One student in one incident as one record has it. */
    static final class Contact {
        final String id;
        final String incident;
        final Instant recordedAt;
        final long recordedAs;
        final @Nullable String reporter;
        final @Nullable String reporterCapacity;
        final String assumedImminence;
        final boolean fromFile;
        String role;
        Instant occurredAt;

        @Nullable
        String initiator;

        @Nullable
        String homeSchool;
        /** The student's number; empty where nobody said who it was. */
        String student;

        Statistics statistics;
        List<String> conduct = List.of();
        final List<Act> acts = new ArrayList<>();

        @Nullable
        JsonNode calming;

        @Nullable
        JsonNode questioning;

        int forceUses;

        @Nullable
        String outcome;

        String arrestPossible = "MISSING";
        boolean voided;

        /** What was said of the contact, and what the list said of the student where nothing was. */
        <T> @Nullable T orOfTheList(@Nullable T said, Function<FromList, @Nullable T> ofTheList) {
            return said != null || statistics.list() == null ? said : ofTheList.apply(statistics.list());
        }

        @Nullable
        String homeSchool() {
            return orOfTheList(
                    homeSchool,
                    list -> list.homeSchool() == null ? null : list.homeSchool().value());
        }

        Contact(Entry entry, RawLog log) {
            JsonNode said = entry.said();
            id = Said.needed(said, "interactionId");
            incident = Said.needed(said, "incidentId");
            recordedAt = entry.recordedAt();
            recordedAs = entry.index();
            reporter = Said.text(said, "reportingOfficer");
            reporterCapacity = Said.code(Said.text(said, "reportingCapacity"));
            assumedImminence = Said.stated(said.get("source"), "assumedImminence");
            fromFile = Said.text(said.get("source"), "importId") != null;
            role = Said.needed(said, "role");
            occurredAt = Objects.requireNonNull(Said.moment(said, "occurredAt"));
            initiator = Said.code(Said.text(said, "initiator"));
            homeSchool = Said.text(said, "homeSchool");
            student = log.number(said.get("identity"));
            statistics = log.statistics(said.get("statistics"));
        }

        void put(Act act) {
            for (int i = 0; i < acts.size(); i++) {
                if (acts.get(i).number() == act.number()) {
                    acts.set(i, act);
                    return;
                }
            }
            acts.add(act);
        }

        void settle(JsonNode decision) {
            outcome = Said.code(Said.text(decision, "outcome"));
            arrestPossible = Said.stated(decision, "arrestLawfullyPossible");
        }

        void correct(JsonNode right, RawLog log) {
            switch (Said.needed(right, "fact")) {
                case "conduct" -> conduct = Said.texts(right, "conduct");
                case "initiator" -> initiator = Said.code(Said.text(right, "initiator"));
                case "occurred-at" -> occurredAt = Objects.requireNonNull(Said.moment(right, "occurredAt"));
                case "role" -> role = Said.needed(right, "role");
                case "action" -> put(Act.of(right.get("action")));
                case "action-withdrawn" ->
                    acts.removeIf(act -> act.number() == right.get("number").asInt());
                case "decision" -> settle(right.get("decision"));
                case "de-escalation" -> calming = right.get("deEscalation");
                case "questioning" -> questioning = right.get("questioning");
                case "force" -> forceUses = Said.list(right, "force").size();
                case "statistics" -> statistics = log.statistics(right.get("statistics"));
                default -> {
                    // Of no figure.
                }
            }
        }
    }

    /** One alternative to arrest or court. */
    static final class Diversion {
        final String id;
        final String contact;
        /** OFFERED, ACCEPTED, STARTED, COMPLETED, FAILED, UNKNOWN; DECLINED and NOT_USED count nowhere. */
        String stage;
        /** The last of offered, accepted and started. */
        @Nullable
        LocalDate waitingSince;

        /** A breach ended it, unless something came after. */
        boolean endedByBreach;

        boolean voided;

        Diversion(JsonNode said, String stage) {
            id = Said.needed(said, "diversionId");
            contact = Said.needed(said, "interactionId");
            this.stage = stage;
        }

        /** What became of it: failed, too, where terms were broken and that ended it. */
        String result() {
            boolean running = stage.equals("OFFERED") || stage.equals("ACCEPTED") || stage.equals("STARTED");
            return running && endedByBreach ? "FAILED" : stage;
        }

        void reached(String newStage, @Nullable LocalDate on) {
            stage = newStage;
            if (on != null && (waitingSince == null || on.isAfter(waitingSince))) {
                waitingSince = on;
            }
        }
    }

    /** An officer, where the officer serves, and what the officer was trained in. */
    static final class Officer {
        final String id;
        final String star;
        String capacity;
        final List<Assignment> assignments = new ArrayList<>();
        final List<Training> trainings = new ArrayList<>();

        Officer(JsonNode said) {
            id = Said.needed(said, "officerId");
            star = Said.needed(said, "starNumber");
            capacity = String.valueOf(Said.code(Said.needed(said, "capacity")));
        }
    }

    /** An officer at a school from day to day, both ends included. */
    static final class Assignment {
        final String school;
        final LocalDate from;

        @Nullable
        LocalDate lastDay;

        final List<LocalDate> confirmed = new ArrayList<>();

        Assignment(String school, LocalDate from) {
            this.school = school;
            this.from = from;
        }

        boolean activeOn(LocalDate day) {
            return !from.isAfter(day) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    /** Training or its waiver: holds from the day on, and no more on the day it expires. */
    record Training(String topic, LocalDate from, @Nullable LocalDate expires) {}

    record Complaint(@Nullable String incident, @Nullable String contact, Instant receivedAt) {}

    record RosterLine(String star, String school) {}

    static Known of(List<Entry> entries, RawLog log) {
        Known known = new Known(log);
        entries.forEach(known::read);
        return known;
    }

    Incident primary(Incident incident) {
        return incident.doubleOf == null ? incident : Objects.requireNonNull(incidents.get(incident.doubleOf));
    }

    Incident incidentOf(Contact contact) {
        return primary(Objects.requireNonNull(incidents.get(contact.incident)));
    }

    /** The student's number, or the record itself where nobody was identified: who is not is never taken for somebody else. */
    String person(Contact contact) {
        return contact.student.isEmpty() ? contact.id : contact.student;
    }

    /** All records of the same student in the same incident, its doubles included, that stand. */
    List<Contact> entriesOf(Contact contact) {
        return contacts.values().stream()
                .filter(record -> !record.voided
                        && incidentOf(record).id.equals(incidentOf(contact).id)
                        && person(record).equals(person(contact)))
                .toList();
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    String schoolYear(LocalDate day) {
        int first = MonthDay.from(day).isBefore(schoolYearStart) ? day.getYear() - 1 : day.getYear();
        return first + "-" + "%02d".formatted((first + 1) % 100);
    }

    private void read(Entry entry) {
        JsonNode said = entry.said();
        String name = entry.name();
        switch (name.substring(0, name.indexOf('.'))) {
            case "agency" -> agency(name, said);
            case "incident" -> incident(name, said);
            case "interaction" -> contact(entry);
            case "diversion" -> diversion(name, said);
            case "officer" -> officer(name, said);
            default -> others(name, said);
        }
    }

    private void agency(String name, JsonNode said) {
        if (name.equals("agency.settings-changed")) {
            JsonNode settings = said.get("settings");
            zone = ZoneId.of(Said.needed(settings, "zone"));
            schoolYearStart = MonthDay.parse(Said.needed(settings, "schoolYearStart"));
            lateAfterHours = settings.get("lateAfterHours").asInt();
        }
    }

    private void incident(String name, JsonNode said) {
        if (name.equals("incident.opened")) {
            Incident opened = new Incident(said);
            incidents.put(opened.id, opened);
            return;
        }
        Incident incident = Objects.requireNonNull(incidents.get(Said.needed(said, "incidentId")));
        if (name.equals("incident.school-corrected")) {
            incident.school = Said.needed(said, "to");
        } else if (name.equals("incident.linked")) {
            incident.doubleOf = Said.needed(said, "primary");
        }
    }

    private void contact(Entry entry) {
        JsonNode said = entry.said();
        if (entry.name().equals("interaction.opened")) {
            Contact opened = new Contact(entry, log);
            contacts.put(opened.id, opened);
            return;
        }
        Contact contact = Objects.requireNonNull(contacts.get(Said.needed(said, "interactionId")));
        switch (entry.name()) {
            case "interaction.conduct-coded" -> contact.conduct = Said.texts(said, "conduct");
            case "interaction.action-taken", "interaction.student-cited", "interaction.student-arrested" ->
                contact.put(Act.of(said.get("action")));
            case "interaction.de-escalation-recorded" -> contact.calming = said.get("deEscalation");
            case "interaction.questioning-recorded" -> contact.questioning = said.get("questioning");
            case "interaction.force-used" -> contact.forceUses++;
            case "interaction.outcome-decided" -> contact.settle(said.get("decision"));
            case "interaction.corrected" -> contact.correct(said.get("corrected"), log);
            case "interaction.subject-corrected" -> {
                contact.homeSchool = Said.text(said, "homeSchool");
                contact.student = log.number(said.get("identity"));
                contact.statistics = log.statistics(said.get("statistics"));
            }
            case "interaction.voided" -> contact.voided = true;
            default -> {
                // Beside the facts.
            }
        }
    }

    private void diversion(String name, JsonNode said) {
        switch (name) {
            case "diversion.offered" -> {
                Diversion offered = new Diversion(said, "OFFERED");
                offered.reached("OFFERED", dayOf(Objects.requireNonNull(Said.moment(said, "offeredAt"))));
                diversions.put(offered.id, offered);
                return;
            }
            case "diversion.not-used" -> {
                Diversion notUsed = new Diversion(said, "NOT_USED");
                diversions.put(notUsed.id, notUsed);
                return;
            }
            default -> {
                // Of one that is there.
            }
        }
        Diversion diversion = Objects.requireNonNull(diversions.get(Said.needed(said, "diversionId")));
        switch (name) {
            case "diversion.accepted" -> diversion.reached("ACCEPTED", Said.day(said, "acceptedOn"));
            case "diversion.declined" -> diversion.stage = "DECLINED";
            case "diversion.started" -> diversion.reached("STARTED", Said.day(said, "startedOn"));
            case "diversion.station-adjustment-issued" ->
                diversion.reached("STARTED", Said.day(said.get("terms"), "issuedOn"));
            case "diversion.breached" ->
                diversion.endedByBreach = ENDING.contains(String.valueOf(Said.code(Said.text(said, "remedy"))));
            case "diversion.completed" -> diversion.stage = "COMPLETED";
            case "diversion.failed" -> diversion.stage = "FAILED";
            case "diversion.outcome-unknown" -> diversion.stage = "UNKNOWN";
            case "diversion.voided" -> diversion.voided = true;
            default -> {
                // Changes no outcome.
            }
        }
    }

    private void officer(String name, JsonNode said) {
        if (name.equals("officer.registered")) {
            Officer registered = new Officer(said);
            officers.put(registered.id, registered);
            return;
        }
        Officer officer = Objects.requireNonNull(officers.get(Said.needed(said, "officerId")));
        switch (name) {
            case "officer.capacity-changed" ->
                officer.capacity = String.valueOf(Said.code(Said.needed(said, "capacity")));
            case "officer.assignment-started" ->
                officer.assignments.add(new Assignment(Said.needed(said, "school"), needed(said, "from")));
            case "officer.assignment-ended" -> end(officer, Said.needed(said, "school"), needed(said, "lastDay"));
            case "officer.assignment-withdrawn" ->
                officer.assignments.removeIf(
                        one -> one.school.equals(Said.needed(said, "school")) && one.from.equals(needed(said, "from")));
            case "officer.assignment-confirmed" -> {
                LocalDate on = needed(said, "on");
                officer.assignments.stream()
                        .filter(one -> one.school.equals(Said.needed(said, "school")) && one.activeOn(on))
                        .forEach(one -> one.confirmed.add(on));
            }
            case "officer.training-completed" ->
                officer.trainings.add(new Training(
                        Said.needed(said, "topic"), needed(said, "completedOn"), Said.day(said, "expiresOn")));
            case "officer.training-waived" ->
                officer.trainings.add(
                        new Training(Said.needed(said, "topic"), needed(said, "from"), Said.day(said, "expiresOn")));
            case "officer.training-withdrawn" ->
                officer.trainings.removeIf(one -> one.topic().equals(Said.needed(said, "topic"))
                        && one.from().equals(needed(said, "day")));
            default -> {
                // Of no figure.
            }
        }
    }

    /** Of the open assignment there that began last before it. */
    private static void end(Officer officer, String school, LocalDate lastDay) {
        officer.assignments.stream()
                .filter(one -> one.school.equals(school) && one.lastDay == null && !one.from.isAfter(lastDay))
                .max((one, other) -> one.from.compareTo(other.from))
                .ifPresent(one -> one.lastDay = lastDay);
    }

    private void others(String name, JsonNode said) {
        switch (name) {
            case "complaint.received" ->
                complaints.add(new Complaint(
                        Said.text(said, "incidentId"),
                        Said.text(said, "interactionId"),
                        Objects.requireNonNull(Said.moment(said, "receivedAt"))));
            case "review.class-overridden" ->
                overrides.put(
                        List.of(
                                Said.needed(said, "interactionId"),
                                String.valueOf(Said.text(said.get("derived"), "officer"))),
                        Said.needed(said, "overriddenTo"));
            case "roster.list-received" ->
                rosterLists
                        .computeIfAbsent(String.valueOf(Said.code(Said.needed(said, "side"))), _ -> new TreeMap<>())
                        .put(
                                needed(said, "day"),
                                Said.list(said, "lines").stream()
                                        .map(line -> new RosterLine(
                                                Said.needed(line, "starNumber"), Said.needed(line, "school")))
                                        .toList());
            default -> {
                // Of no figure.
            }
        }
    }

    private static LocalDate needed(JsonNode said, String field) {
        return Objects.requireNonNull(Said.day(said, field));
    }
}
