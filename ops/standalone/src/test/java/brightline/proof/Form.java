package brightline.proof;

/** How much of a drill is done: a tenth or so among the tests, all of it when it is asked for by name. */
public final class Form {
    private static final boolean LONG = Boolean.getBoolean("brightline.drills.long");

    private Form() {}

    public static boolean isLong() {
        return LONG;
    }

    public static int of(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }
}
