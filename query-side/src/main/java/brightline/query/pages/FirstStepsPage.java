package brightline.query.pages;

import java.util.List;

/**
 * The first steps of a new installation.
 *
 * @param steps in the order in which they are taken
 * @param sysadmin the reader keeps settings and accounts; else the reader keeps the program
 */
public record FirstStepsPage(List<FirstSteps.State> steps, boolean sysadmin) {

    public FirstStepsPage {
        steps = List.copyOf(steps);
    }

    /** How many are done. */
    public long done() {
        return steps.stream().filter(FirstSteps.State::done).count();
    }

    public boolean finished() {
        return done() == steps.size();
    }
}
