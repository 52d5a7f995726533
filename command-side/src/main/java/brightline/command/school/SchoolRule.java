package brightline.command.school;

import brightline.command.submission.Rule;

/** What can refuse a command about a school's code, programme and enrolment. The rules are ours. */
public enum SchoolRule implements Rule {
    CODE_GIVEN_LATER(
            "The school was given another code after that day",
            "Look the codes up: give one from a day that is not before the last one began."),
    /** Students of the groups of one list are students of the school, each once. */
    GROUPS_EXCEED_TOTAL(
            "The groups of one list hold more students than the school",
            "Check the counts: groups of one list must not overlap.");

    private final Words words;

    SchoolRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
