package brightline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What tests need to start this module's programs as processes of their own, and to see what is left of them. */
final class ChildJvm {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String CLASS_PATH = System.getProperty("java.class.path");

    private ChildJvm() {}

    /** The database servers (not their own children) that run on the directory. */
    static List<ProcessHandle> serversOn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> isServerOn(data, Path.of("/proc", Long.toString(process.pid()))))
                .toList();
    }

    private static boolean isServerOn(Path data, Path process) {
        try {
            List<String> command =
                    List.of(Files.readString(process.resolve("cmdline")).split("\0"));
            return command.getFirst().endsWith("/postgres") && command.contains(data.toString());
        } catch (IOException notAProcessOrGone) {
            return false;
        }
    }
}
