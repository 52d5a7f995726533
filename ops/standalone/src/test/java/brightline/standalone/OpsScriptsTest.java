package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real scripts in a copy of the repository whose JDK, npm, Maven and browser are made for the test. */
class OpsScriptsTest {
    private static final Path REPOSITORY =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "flock",
            "head",
            "id",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "tail",
            "touch",
            "uname");

    private Path root;
    private Path tools;
    private Path jdks;

    @BeforeEach
    void copyOfTheRepository(@TempDir Path temporary) throws IOException {
        root = Files.createDirectories(temporary.resolve("a clone"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        jdks = Files.createDirectories(temporary.resolve("jdks"));
        for (String script : List.of(
                "ops/run",
                "ops/backup",
                "ops/restore",
                "ops/test",
                "ops/audit-dependencies",
                "ops/lib/machine.sh",
                "ops/lib/brightline.sh",
                ".ci/run")) {
            Path copy = root.resolve(script);
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(REPOSITORY.resolve(script), copy);
        }
        Files.createDirectories(root.resolve("query-side/src"));
        Files.writeString(root.resolve("query-side/src/Page.java"), "");
        Files.writeString(root.resolve("query-side/pom.xml"), "");
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path program = Path.of(folder, tool);
                if (Files.exists(program) && !Files.exists(tools.resolve(tool))) {
                    program(tools.resolve(tool), "exec %s \"$@\"".formatted(program));
                }
            }
        }
        program(root.resolve("mvnw"), """
                echo "mvnw $* with $JAVA_HOME"
                mkdir -p ops/standalone/target
                echo built > ops/standalone/target/brightline-standalone-0-exec.jar""");
    }

    @Test
    void run_says_in_one_line_that_there_is_no_jdk() throws Exception {
        assertThat(run("ops/run"))
                .isEqualTo(new Ended(
                        1,
                        "",
                        "ops/run: JDK 25 or newer is needed, none was found: install one, or point JAVA_HOME at it\n"));
    }

    @Test
    void run_says_in_one_line_that_the_jdk_is_too_old() throws Exception {
        jdk("old", "17.0.9");
        assertThat(run("ops/run", Map.of("JAVA_HOME", jdks.resolve("old").toString())))
                .isEqualTo(
                        new Ended(
                                1,
                                "",
                                "ops/run: JDK 25 or newer is needed, only JDK 17 was found: install one, or point JAVA_HOME at it\n"));
    }

    @Test
    void run_says_in_one_line_that_there_is_no_npm() throws Exception {
        jdk("current", "25.0.3");
        assertThat(run("ops/run"))
                .isEqualTo(new Ended(
                        1, "", "ops/run: npm is needed to build the pages: install Node.js 18 or newer with npm\n"));
    }

    @Test
    void run_says_in_one_line_that_the_port_is_taken_before_it_builds_anything() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ended ended = run("ops/run", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(ended)
                    .isEqualTo(new Ended(
                            1,
                            "",
                            "ops/run: port %d is taken by another program: choose another with --port\n"
                                    .formatted(taken.getLocalPort())));
        }
    }

    @Test
    void run_refuses_a_command_line_that_makes_no_sense() throws Exception {
        for (List<String> arguments : List.of(
                List.of("--prot"),
                List.of("--port"),
                List.of("--port", "http"),
                List.of("--port", "70000"),
                List.of("--data"))) {
            Ended ended = run("ops/run", arguments.toArray(String[]::new));
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.errors()).endsWith(BrightlineProcessTest.USAGE + "\n");
        }
    }

    @Test
    void run_picks_a_new_enough_jdk_although_java_home_names_an_old_one() throws Exception {
        jdk("a-old", "21.0.1");
        jdk("b-current", "25.0.3");
        npm();
        Ended ended = run("ops/run", Map.of("JAVA_HOME", jdks.resolve("a-old").toString()), "--port", "0");
        assertThat(ended.output()).contains("with " + jdks.resolve("b-current"));
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void run_builds_what_changed_and_only_that_and_hands_over_its_arguments() throws Exception {
        jdk("current", "25.0.3");
        npm();
        Ended first = run("ops/run", "--port", "0", "--demo");
        assertThat(first.output())
                .contains("Building Brightline", "package -pl ops/standalone -am")
                .contains("brightline.jar --port 0 --data " + root.resolve("var") + " --demo");

        assertThat(run("ops/run", "--port", "0").output()).doesNotContain("mvnw");

        Files.writeString(root.resolve("query-side/src/Figure.java"), "");
        assertThat(run("ops/run", "--port", "0").output()).contains("mvnw");
        Files.delete(root.resolve("query-side/src/Figure.java"));
        assertThat(run("ops/run", "--port", "0").output()).contains("mvnw");
        assertThat(run("ops/run", "--port", "0", "--data", "elsewhere").output())
                .doesNotContain("mvnw")
                .contains("--data elsewhere");
    }

    @Test
    void run_ends_with_the_exit_code_of_a_brightline_that_cannot_start() throws Exception {
        jdk("current", "25.0.3", 1);
        npm();
        assertThat(run("ops/run", "--port", "0").exitCode()).isEqualTo(1);
    }

    @Test
    void run_says_that_the_build_failed_and_builds_again_next_time() throws Exception {
        jdk("current", "25.0.3");
        npm();
        Path maven = root.resolve("mvnw");
        String works = Files.readString(maven);
        program(maven, "exit 9");
        Ended failed = run("ops/run", "--port", "0");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.errors()).isEqualTo("ops/run: the build failed, see above\n");
        Files.writeString(maven, works);
        assertThat(run("ops/run", "--port", "0").exitCode()).isZero();
    }

    @Test
    void backup_builds_what_is_missing_and_backs_up_the_directory_that_run_uses() throws Exception {
        jdk("current", "25.0.3");
        npm();
        assertThat(run("ops/backup", "--to", "a file").output())
                .contains("Building Brightline")
                .contains("-Dloader.main=brightline.standalone.backup.BackupProgram")
                .endsWith("PropertiesLauncher --data " + root.resolve("var") + " --to a file\n");
        assertThat(run("ops/backup", "--data", "elsewhere").output())
                .doesNotContain("Building")
                .endsWith("PropertiesLauncher --data " + root.resolve("var") + " --data elsewhere\n");
    }

    @Test
    void restore_hands_over_its_arguments_and_ends_as_the_restoration_ends() throws Exception {
        jdk("current", "25.0.3", 1);
        npm();
        Ended ended = run("ops/restore", "a.backup", "--data", "new", "--keys", "a.backup.keys");
        assertThat(ended.output())
                .contains("-Dloader.main=brightline.standalone.backup.RestoreProgram")
                .endsWith("PropertiesLauncher a.backup --data new --keys a.backup.keys\n");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void backup_says_in_one_line_that_there_is_no_jdk() throws Exception {
        assertThat(run("ops/backup").errors())
                .isEqualTo(
                        "ops/backup: JDK 25 or newer is needed, none was found: install one, or point JAVA_HOME at it\n");
    }

    @Test
    void audit_of_dependencies_takes_the_jar_that_is_named_or_builds_one_and_ends_as_the_audit_ends() throws Exception {
        jdk("current", "25.0.3", 1);
        npm();
        Ended built = run("ops/audit-dependencies", "advisories.zip");
        assertThat(built.output())
                .contains("package -pl ops/standalone -am")
                .endsWith("-exec.jar advisories.zip %s\n"
                        .formatted(root.resolve("ops/standalone/target/run/brightline.jar")));
        assertThat(built.exitCode()).isEqualTo(1);
        assertThat(run("ops/audit-dependencies", "advisories.zip", "shipped.jar")
                        .output())
                .endsWith("-exec.jar advisories.zip shipped.jar\n");
    }

    @Test
    void audit_of_dependencies_never_ends_as_if_it_had_found_something_when_it_could_not_look() throws Exception {
        Ended noJdk = run("ops/audit-dependencies", "advisories.zip");
        assertThat(noJdk.exitCode()).isEqualTo(2);
        assertThat(noJdk.errors())
                .isEqualTo(
                        "ops/audit-dependencies: JDK 25 or newer is needed, none was found: install one, or point JAVA_HOME at it\n");
        assertThat(run("ops/audit-dependencies", "advisories.zip", "shipped.jar")
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("ops/audit-dependencies").exitCode()).isEqualTo(2);
        jdk("current", "25.0.3");
        npm();
        program(root.resolve("mvnw"), "exit 1");
        assertThat(run("ops/audit-dependencies", "advisories.zip").exitCode()).isEqualTo(2);
    }

    @Test
    void test_refuses_an_option_it_does_not_know() throws Exception {
        Ended ended = run("ops/test", "--fast");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors()).startsWith("ops/test: unknown option: --fast\n");
    }

    @Test
    void test_says_in_one_line_that_there_is_no_browser_and_no_way_to_get_one() throws Exception {
        jdk("current", "25.0.3");
        npm();
        Ended ended = run("ops/test");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors())
                .isEqualTo("ops/test: the browser tests need Chromium: install it with your package manager\n");
    }

    @Test
    void test_installs_the_browser_where_it_can() throws Exception {
        jdk("current", "25.0.3");
        npm();
        program(tools.resolve("sudo"), "[ \"$1\" != -n ] || shift\nexec \"$@\"");
        program(
                tools.resolve("apt-get"),
                "echo \"$*\" >> '%s'\n[ \"$1\" = update ] || { echo '#!/bin/sh' > '%s'; }; touch '%s'; /bin/chmod +x '%s'"
                        .formatted(
                                tools.resolve("apt.log"),
                                tools.resolve("chromium"),
                                tools.resolve("chromium"),
                                tools.resolve("chromium")));
        program(root.resolve("mvnw"), "echo \"$* in $CHROMIUM\"");
        Ended ended = run("ops/test");
        assertThat(ended.errors()).isEmpty();
        assertThat(Files.readAllLines(tools.resolve("apt.log")))
                .containsExactly("update", "install -y --no-install-recommends chromium");
        assertThat(ended.output()).contains("-B -ntp -T 2 verify in " + tools.resolve("chromium"));
    }

    @Test
    void the_checks_of_a_change_end_as_the_tests_end() throws Exception {
        jdk("current", "25.0.3");
        npm();
        program(tools.resolve("chromium"), "");
        program(root.resolve("mvnw"), "exit 7");
        assertThat(run(".ci/run").exitCode()).isEqualTo(7);
        program(root.resolve("mvnw"), "exit 0");
        assertThat(run(".ci/run").exitCode()).isZero();
    }

    @Test
    void a_test_that_skipped_itself_is_named_at_the_end_with_its_reason() throws Exception {
        jdk("current", "25.0.3");
        npm();
        program(tools.resolve("chromium"), "");
        report("command-side/target/surefire-reports/TEST-old.xml", "<skipped message=\"of an earlier run\"/>");
        Files.setLastModifiedTime(
                root.resolve("command-side/target/surefire-reports/TEST-old.xml"), FileTime.fromMillis(0));
        report(
                "ops/standalone/target/surefire-reports/TEST-new.xml",
                "<skipped message=\"Assumption failed: this machine has no pgbench\" type=\"Aborted\"><![CDATA[trace]]>");
        report("query-side/target/surefire-reports/TEST-none.xml", "<system-out/>");
        program(root.resolve("mvnw"), "touch ops/standalone/target/surefire-reports/TEST-new.xml; exit 7");
        Ended ended = run("ops/test");
        assertThat(ended.output().lines().skip(1))
                .containsExactly("Skipped: brightline.proof.LogBenchTest measures: this machine has no pgbench");
        assertThat(ended.exitCode()).isEqualTo(7);
    }

    private void report(String path, String within) throws IOException {
        Path report = root.resolve(path);
        Files.createDirectories(report.resolveSibling("."));
        Files.writeString(report, """
                <testsuite>
                  <testcase name="measures" classname="brightline.proof.LogBenchTest" time="0.0">
                    %s
                  </testcase>
                </testsuite>
                """.formatted(within));
    }

    private record Ended(int exitCode, String output, String errors) {}

    private Ended run(String script, String... arguments) throws IOException, InterruptedException {
        return run(script, Map.of(), arguments);
    }

    /** From another directory than the repository's, with nothing on the PATH but what the test put there. */
    private Ended run(String script, Map<String, String> more, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", root.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(tools.resolve("..").normalize().toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", tools.toString());
        builder.environment().put("BRIGHTLINE_JDKS", "/not/there:" + jdks);
        builder.environment().putAll(more);
        Path errors = tools.resolveSibling("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, Files.readString(errors));
    }

    private void jdk(String name, String version) throws IOException {
        jdk(name, version, 0);
    }

    private void jdk(String name, String version, int exitCodeOfJava) throws IOException {
        Path bin = Files.createDirectories(jdks.resolve(name).resolve("bin"));
        program(bin.resolve("javac"), "echo javac " + version);
        program(bin.resolve("java"), "echo \"$*\"; exit " + exitCodeOfJava);
    }

    private void npm() throws IOException {
        program(tools.resolve("npm"), "echo 10.0.0");
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
