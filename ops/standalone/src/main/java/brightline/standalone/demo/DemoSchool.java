package brightline.standalone.demo;

import java.util.List;

/**
 * One invented school and the habits of its staff and officers, as chances from 0 to 1.
 *
 * @param contactsPerWeek how many incidents in an ordinary week
 * @param routineBefore share of staff requests for discipline that the officer takes up before the January training
 * @param routineAfter the same after it
 */
record DemoSchool(
        String code, String name, String sro, double contactsPerWeek, double routineBefore, double routineAfter) {
    /** Marlow learns from the training; Quillfeather does not; Tansy drifts the wrong way. */
    static final List<DemoSchool> ALL = List.of(
            new DemoSchool("MAR", "Marlow High School", "adeyemi", 6.5, 0.62, 0.16),
            new DemoSchool("QUI", "Quillfeather High School", "bartosz", 5.5, 0.48, 0.44),
            new DemoSchool("ORC", "Orchard Row High School", "castellane", 4.0, 0.30, 0.14),
            new DemoSchool("TAN", "Tansy Street High School", "okonkwo", 3.5, 0.22, 0.41),
            new DemoSchool("HOL", "Hollis Middle School", "lindqvist", 2.5, 0.35, 0.18),
            new DemoSchool("LAK", "Lakebend Elementary School", "lindqvist", 0.8, 0.20, 0.10));
}
