package brightline.command.imports;

import brightline.command.imports.ImportStatus.Counts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Lines of files by what became of them, counted after their commit. */
final class ImportMeters {
    private final MeterRegistry registry;

    ImportMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Counts counts) {
        count("accepted", counts.accepted());
        count("duplicate", counts.duplicates());
        count("out-of-scope", counts.outOfScope());
        count("rejected", counts.rejected());
    }

    private void count(String result, long lines) {
        Counter.builder("imports.lines")
                .description("Lines of imported files")
                .tag("result", result)
                .register(registry)
                .increment(lines);
    }
}
