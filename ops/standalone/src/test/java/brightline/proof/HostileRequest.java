package brightline.proof;

import java.util.Set;

/**
 * One request that nobody of good will sends.
 *
 * @param number of this run, from 1
 * @param what in one line, with all that was done to it
 * @param faults where it is wrong
 * @param bytes as they go over the wire
 * @param cutOff whether the sender says after them that there is no more, though more was promised
 */
record HostileRequest(int number, String what, Set<Fault> faults, byte[] bytes, boolean cutOff) {
    /** Where a request is wrong. */
    enum Fault {
        ADDRESS,
        HEADER,
        FORM,
        BODY,
        LINE
    }

    HostileRequest {
        faults = Set.copyOf(faults);
        what = what.replaceAll("[^ -~]", "?");
    }

    /** What the document says is another matter: such faults are counted and listed. */
    boolean isOfTheBody() {
        return faults.contains(Fault.BODY);
    }

    /** Whether it asks to wait for an event, which may take its time. */
    boolean waits() {
        return what.contains("atLeastIndex");
    }
}
