package brightline.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.OptionSpec;

/** Reads the command lines of the programs. */
public final class Programs {
    private static final int WIDTH = 120;

    private Programs() {}

    /**
     * Runs a program as its command line says, or says how to call it. An option that is given twice counts as it was given last: the
     * scripts put what they assume first.
     *
     * @param program with picocli's annotations
     * @return the code to exit with: what the program returns, 2 for a command line that makes no sense
     */
    public static int run(Callable<Integer> program, String... arguments) {
        var line = new CommandLine(program);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Say how to call it.")
                        .build())
                .usageMessage()
                .sortOptions(false)
                .sortSynopsis(false)
                .width(WIDTH);
        return line.setSeparator(" ")
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((wrong, _) -> {
                    Progress.complain(line.getCommandName() + ": " + wrong.getMessage());
                    Progress.complain(line.getUsageMessage().strip());
                    return ExitCode.USAGE;
                })
                .execute(arguments);
    }
}
