package brightline.command.imports.oneroster;

import brightline.events.ComparisonForm;
import java.util.BitSet;

/**
 * Numbers that stand on more than one line, found with the memory of a few million bits however many lines there are. It never misses one,
 * and now and then takes a number for such that stands alone, which only lets its line be read beside others.
 */
final class NumbersTwice {
    private static final int BITS = 1 << 24;

    private final BitSet once = new BitSet(BITS);
    private final BitSet twice = new BitSet(BITS);

    void see(String number) {
        int bit = bit(number);
        if (once.get(bit)) {
            twice.set(bit);
        }
        once.set(bit);
    }

    boolean isTwice(String number) {
        return twice.get(bit(number));
    }

    private static int bit(String number) {
        int hash = ComparisonForm.of(number).hashCode() * 0x9E3779B1;
        return hash >>> Integer.numberOfLeadingZeros(BITS - 1);
    }
}
