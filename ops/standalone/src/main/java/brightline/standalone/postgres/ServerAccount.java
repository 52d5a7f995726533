package brightline.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom the embedded server runs. A superuser of the server reads and writes whatever that account can, and runs programs as it: it is to
 * be the keys, the receipts and the certificate that it cannot reach.
 *
 * @param prefix of every command that runs as it
 * @param uid whose the server's files are; {@link #OURS} for the account that runs Brightline
 * @param keysOutOfReach whether it was tried, and the key files cannot be read as it
 */
public record ServerAccount(List<String> prefix, int uid, boolean keysOutOfReach) {
    static final int OURS = -1;

    /** No distribution gives this number to anybody by itself. */
    private static final int SERVERS_OWN = 64_320;

    /** By convention nobody; the program that sets up a database wants an account with a name. */
    private static final int NOBODY = 65_534;

    private static final List<String> SECRET_FOLDERS = List.of("keys", "receipts", "tls");

    /** Lets each of the folders that it is given, up to a dash, look empty to the command that follows, and to nobody else. */
    private static final String HIDING = """
            while [ "$1" != - ]; do mount -t tmpfs -o ro,mode=0 tmpfs "$1" || exit 1; shift; done; shift; exec "$@\"""";

    public ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /**
     * The account that reaches least: started as root one of the server's own, where it can reach its directory; else the account that
     * started, before which the folders of secrets are hidden where the system allows.
     *
     * @param programs where the server's programs are
     * @throws CannotStart when this process is root and the system lets nobody else run the server
     */
    static ServerAccount of(DataDirectory directory, Path programs) {
        List<Path> secret =
                SECRET_FOLDERS.stream().map(directory::privateFolder).toList();
        secret.forEach(ServerAccount::close);
        if (!isRoot()) {
            int uid = owner(Path.of("/proc/self"));
            List<String> asBefore = List.of("unshare", "-U", "--map-user=" + uid, "--map-group=" + group());
            return firstThatHides(
                    List.of(new ServerAccount(hiding(List.of("unshare", "-Urm"), secret, asBefore), OURS, true)),
                    secret,
                    ours());
        }
        return firstThatHides(
                List.of(
                        ownOf(directory, programs),
                        new ServerAccount(
                                hiding(List.of("unshare", "-m"), secret, List.of("unshare", "-U")), OURS, true)),
                secret,
                ours());
    }

    /** The account that runs Brightline; for root, which the server refuses, in a user namespace of its own. */
    static ServerAccount ours() {
        if (!isRoot()) {
            return new ServerAccount(List.of(), OURS, false);
        }
        var namespace = new ServerAccount(List.of("unshare", "-U"), OURS, false);
        PostgresBinaries.Outcome outcome = namespace.run(List.of("id", "-u"));
        if (outcome.exitCode() != 0 || "0".equals(outcome.output().strip())) {
            throw new CannotStart("PostgreSQL does not run as root, and this system lets nobody else run it here: "
                    + "start Brightline as an ordinary user, or set BRIGHTLINE_DB_URL to a PostgreSQL of yours");
        }
        return namespace;
    }

    /** Who cannot be refused a way through a folder is let through it, and sees nothing of what is in it. */
    private static ServerAccount ownOf(DataDirectory directory, Path programs) {
        letThrough(directory.path());
        letThrough(programs);
        return as(SERVERS_OWN);
    }

    private static ServerAccount as(int uid) {
        return new ServerAccount(
                List.of(
                        "setpriv",
                        "--reuid=" + uid,
                        "--regid=" + uid,
                        "--clear-groups",
                        "--inh-caps=-all",
                        "--no-new-privs"),
                uid,
                true);
    }

    private static List<String> hiding(List<String> apart, List<Path> secret, List<String> then) {
        List<String> command = new ArrayList<>(apart);
        command.addAll(List.of("sh", "-c", HIDING, "sh"));
        secret.forEach(folder -> command.add(folder.toString()));
        command.add("-");
        command.addAll(then);
        return command;
    }

    private static ServerAccount firstThatHides(
            List<ServerAccount> accounts, List<Path> secret, ServerAccount otherwise) {
        return accounts.stream()
                .filter(account -> account.hides(secret))
                .findFirst()
                .orElse(otherwise);
    }

    /** Tried, not concluded. */
    private boolean hides(List<Path> secret) {
        Path directory = secret.getFirst().resolveSibling(".").normalize();
        return run(List.of("test", "-x", directory.toString())).exitCode() == 0
                && secret.stream()
                        .allMatch(
                                folder -> run(List.of("ls", folder.toString())).exitCode() != 0);
    }

    /** Who sets up a database, as {@link #uid} otherwise. */
    ServerAccount named() {
        return uid == OURS ? this : as(NOBODY);
    }

    /** Runs a command as this account, to its end. */
    PostgresBinaries.Outcome run(List<String> command) {
        return PostgresBinaries.run(
                Stream.concat(prefix.stream(), command.stream()).toList());
    }

    /** Gives it what is to be the server's, with all below. */
    void own(Path root) throws IOException {
        int owner = uid == OURS ? owner(Path.of("/proc/self")) : uid;
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS) || owner(root) == owner) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file, owner);
                return FileVisitResult.CONTINUE;
            }

            // The root last: what was cut short is done again.
            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                give(directory, owner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void give(Path file, int owner) throws IOException {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
    }

    /** Also a folder that a restore, or somebody by hand, has made. */
    private static void close(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void letThrough(Path folder) {
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(folder, permissions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return owner(Path.of("/proc/self")) == 0;
    }

    private static int owner(Path path) {
        return attribute(path, "unix:uid");
    }

    private static int group() {
        return attribute(Path.of("/proc/self"), "unix:gid");
    }

    private static int attribute(Path path, String name) {
        try {
            return (Integer) Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
