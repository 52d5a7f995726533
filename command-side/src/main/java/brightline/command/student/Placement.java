package brightline.command.student;

import brightline.events.SchoolCode;
import java.time.LocalDate;

/** The school a student is enrolled at. @param from first day there, in the agency's zone */
public record Placement(SchoolCode school, LocalDate from) {}
