package brightline.command.officer;

import brightline.command.register.Worn;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.ComplaintFound;
import brightline.events.officer.OfficerEvent.OfficerScreened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What decisions about an officer need to remember. */
sealed interface OfficerState {
    record Unknown() implements OfficerState {}

    /**
     * @param starNumber the last one given
     * @param stars all that are or were worn, by their days
     * @param assignments as far as they were not withdrawn
     * @param withdrawn assignments entered by mistake
     */
    record Known(
            String starNumber,
            String name,
            Code capacity,
            List<Worn> stars,
            List<Assignment> assignments,
            Set<Place> withdrawn,
            Standing standing)
            implements OfficerState {
        public Known {
            stars = List.copyOf(stars);
            assignments = List.copyOf(assignments);
            withdrawn = Set.copyOf(withdrawn);
        }

        Known with(List<Assignment> others) {
            return with(others, withdrawn);
        }

        Known with(List<Assignment> others, Set<Place> otherWithdrawn) {
            return new Known(starNumber, name, capacity, stars, others, otherWithdrawn, standing);
        }

        Known with(Standing other) {
            return new Known(starNumber, name, capacity, stars, assignments, withdrawn, other);
        }

        Known with(Code otherCapacity) {
            return new Known(starNumber, name, otherCapacity, stars, assignments, withdrawn, standing);
        }

        Known named(String other) {
            return new Known(starNumber, other, capacity, stars, assignments, withdrawn, standing);
        }

        /** @param star the last one given */
        Known wearing(String star, List<Worn> others) {
            return new Known(star, name, capacity, others, assignments, withdrawn, standing);
        }

        /** The star that is worn until further notice; null where it was given up. */
        @Nullable
        Worn star() {
            return stars.stream()
                    .filter(worn -> worn.lastDay() == null)
                    .findFirst()
                    .orElse(null);
        }

        /** The assignment at the school that covers the day; null for none. */
        @Nullable
        Assignment covering(SchoolCode school, LocalDate day) {
            return assignments.stream()
                    .filter(one -> one.at(school) && one.covers(day))
                    .findFirst()
                    .orElse(null);
        }

        /** With one assignment in the place of another. */
        Known replacing(Assignment earlier, @Nullable Assignment later) {
            List<Assignment> all = new ArrayList<>(assignments);
            all.remove(earlier);
            if (later != null) {
                all.add(later);
            }
            return with(all);
        }
    }

    /** An assignment by what never changes of it. */
    record Place(SchoolCode school, LocalDate from) {}

    /**
     * @param lastDay included; null while open
     * @param post null where nobody said
     * @param confirmations days on which somebody found it so, by side
     */
    record Assignment(
            Place place,
            @Nullable LocalDate lastDay,
            @Nullable Code post,
            Set<Confirmation> confirmations) {
        public Assignment {
            confirmations = Set.copyOf(confirmations);
        }

        static Assignment open(SchoolCode school, LocalDate from) {
            return new Assignment(new Place(school, from), null, null, Set.of());
        }

        boolean at(SchoolCode school) {
            return place.school().equals(school);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(place.from()) && (lastDay == null || !day.isAfter(lastDay));
        }

        /** Whether some day belongs to both. */
        boolean overlaps(LocalDate from, @Nullable LocalDate to) {
            return (lastDay == null || !from.isAfter(lastDay))
                    && (to == null || !place.from().isAfter(to));
        }

        Assignment until(LocalDate last) {
            return new Assignment(place, last, post, confirmations);
        }

        Assignment with(Code given) {
            return new Assignment(place, lastDay, given, confirmations);
        }

        Assignment with(Confirmation confirmation) {
            Set<Confirmation> all = new HashSet<>(confirmations);
            all.add(confirmation);
            return new Assignment(place, lastDay, post, all);
        }
    }

    /** By whose list, and on which day. */
    record Confirmation(LocalDate on, Code side) {}

    /** Screening, complaints, training and acknowledgements. @param withdrawnTrainings entries that were mistaken */
    record Standing(
            Map<LocalDate, OfficerScreened> screenings,
            Map<String, Complaint> complaints,
            Map<TrainingDay, OfficerEvent> trainings,
            Set<TrainingDay> withdrawnTrainings,
            Map<Acknowledged, LocalDate> acknowledgements) {
        static final Standing NONE = new Standing(Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

        public Standing {
            screenings = Map.copyOf(screenings);
            complaints = Map.copyOf(complaints);
            trainings = Map.copyOf(trainings);
            withdrawnTrainings = Set.copyOf(withdrawnTrainings);
            acknowledgements = Map.copyOf(acknowledgements);
        }

        Standing with(OfficerScreened screening) {
            return new Standing(
                    put(screenings, screening.screenedOn(), screening),
                    complaints,
                    trainings,
                    withdrawnTrainings,
                    acknowledgements);
        }

        Standing with(String number, Complaint complaint) {
            return new Standing(
                    screenings, put(complaints, number, complaint), trainings, withdrawnTrainings, acknowledgements);
        }

        Standing with(TrainingDay day, OfficerEvent training) {
            Set<TrainingDay> withdrawn = new HashSet<>(withdrawnTrainings);
            withdrawn.remove(day);
            return new Standing(screenings, complaints, put(trainings, day, training), withdrawn, acknowledgements);
        }

        Standing without(TrainingDay day) {
            Map<TrainingDay, OfficerEvent> left = new HashMap<>(trainings);
            left.remove(day);
            Set<TrainingDay> withdrawn = new HashSet<>(withdrawnTrainings);
            withdrawn.add(day);
            return new Standing(screenings, complaints, left, withdrawn, acknowledgements);
        }

        Standing with(Acknowledged what, LocalDate on) {
            return new Standing(screenings, complaints, trainings, withdrawnTrainings, put(acknowledgements, what, on));
        }

        private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
            Map<K, V> more = new HashMap<>(map);
            more.put(key, value);
            return more;
        }
    }

    /** @param finding null while the complaint is open */
    record Complaint(
            LocalDate receivedOn,
            List<Code> about,
            Stated probableAtFirst,
            Map<LocalDate, Stated> assessments,
            @Nullable ComplaintFound finding) {
        public Complaint {
            about = List.copyOf(about);
            assessments = Map.copyOf(assessments);
        }
    }

    /** Training in a topic, by the day it was completed or waived from. */
    record TrainingDay(Code topic, LocalDate day) {}

    record Acknowledged(AgreementId agreement, int version) {}
}
