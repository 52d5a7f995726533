package brightline.standalone;

import java.io.PrintStream;

/** What Brightline tells the person who starts it, line by line; everything else goes to the log file. */
public final class Progress {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private Progress() {}

    public static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }

    public static void complain(String line) {
        ERR.println(line);
        ERR.flush();
    }
}
