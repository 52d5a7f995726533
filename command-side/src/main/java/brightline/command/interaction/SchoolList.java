package brightline.command.interaction;

import brightline.edge.keys.PersonalPart.FromList;
import brightline.events.StudentId;
import brightline.events.agency.AgencySettings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What the district's list of students says of those whom contacts are about. */
public interface SchoolList {
    /** The entries of those of the students who stand in the list and of whom something can be read still. */
    Map<StudentId, Entry> entries(Collection<StudentId> students);

    /** What the list says now of one student. */
    interface Entry {
        /**
         * What of it belongs with a contact: the home school and the age of that day; the grade, of which the list knows today's only, where
         * the day lies in this school year; race and sex unless the profile asks for what officers perceive, and then no age either.
         * Disability and language stay in the list.
         *
         * @param day of the contact, in the agency's zone
         * @param today in the agency's zone
         */
        FromList on(LocalDate day, LocalDate today, AgencySettings agency);
    }
}
