package brightline.command.student;

import brightline.events.SchoolCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a student leaves a school. Says nothing of one who is not enrolled there.
 *
 * @param school null for every school but those the student is said to be at
 * @param lastDay in the agency's zone; where the enrolment began later, its first day counts
 */
public record Departure(@Nullable SchoolCode school, LocalDate lastDay) {}
