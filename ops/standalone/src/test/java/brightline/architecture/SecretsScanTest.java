package brightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file of the house holds a key, a token or a password that lets somebody in anywhere. */
class SecretsScanTest {
    private static final Path HOUSE = Path.of("..", "..");

    /** What is made and never kept; Git keeps its own. */
    private static final Set<String> NOT_KEPT = Set.of("target", "var", "node_modules", ".git", ".idea", ".vscode");

    /** A few are said in two pieces, so that this file is none that it looks for. */
    private static final Map<String, Pattern> FORMS = new TreeMap<>(Map.of(
            "private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE " + "KEY-----"),
            "key of 32 bytes", Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])"),
            "token of ours", Pattern.compile("(?<![A-Za-z0-9_-])bl_[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])"),
            "key of Amazon's cloud", Pattern.compile("(?<![A-Z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])"),
            "token of GitHub", Pattern.compile("(?<!\\w)(?:gh[opsu]_[A-Za-z0-9]{36}|github_pat_\\w{50,})"),
            "token of npm", Pattern.compile("(?<!\\w)npm_[A-Za-z0-9]{36}"),
            "key of Google's cloud", Pattern.compile("(?<!\\w)AIza[A-Za-z0-9_-]{35}"),
            "JSON web token",
                    Pattern.compile("(?<!\\w)eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            "password in an address", Pattern.compile("[a-z]://[\\w.-]+:(?!%s)[^\\s/\"'@:]{6,}@")));

    /** A name that stands for a secret, and a value written out. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?:password|passwd|secret|token|api_?key|private_?key)[\\w-]*[\"']?\\s*[:=]\\s*[\"']?([A-Za-z0-9+/_=-]{16,})(?![\\w(.])");

    /** Bits a character beyond which no word is, and most random texts of sixteen characters and more are. */
    private static final double RANDOM = 3.6;

    @Test
    void no_file_holds_a_secret() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            // Each byte a character: nothing looked for has others, and no file is refused for its encoding.
            for (String what : secretsIn(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                found.add(HOUSE.relativize(file) + " holds a " + what);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void each_form_is_found() {
        String random = "q7Zr2Lx9Vb4Tn8Kd1Wm5Ys3Hc6Pf0Gj7Ru2Ea9Xo4Qi";
        Map.of(
                        "private key", "-----BEGIN EC PRIVATE " + "KEY-----",
                        "key of 32 bytes", "key=" + random.substring(0, 43) + "=",
                        "token of ours", "bl_" + random.substring(0, 43),
                        "key of Amazon's cloud", "AKIA" + "QZ7XW2LM9RT4KD8P",
                        "token of GitHub", "ghp_" + random.substring(0, 36),
                        "token of npm", "npm_" + random.substring(0, 36),
                        "key of Google's cloud", "AIza" + random.substring(0, 35),
                        "JSON web token", "eyJ" + "hbGciOiJub25l.eyJ" + "zdWIiOiJub2JvZHk.c2lnbmF0dXJl",
                        "password in an address", "postgresql://postgres:" + "hunter2hunter2@db",
                        "password or token written out", "api-token: " + random.substring(0, 20))
                .forEach((form, text) -> assertThat(secretsIn(text)).as(text).contains(form));
        assertThat(secretsIn("password=not-the-password secret = \"database-logins\" token: bl_..."))
                .isEmpty();
    }

    private static List<String> secretsIn(String text) {
        List<String> found = new ArrayList<>();
        FORMS.forEach((form, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(form);
            }
        });
        Matcher assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            if (isRandom(assigned.group(1))) {
                found.add("password or token written out");
            }
        }
        return found;
    }

    /** By Shannon's entropy of its characters; words have no digits among their letters. */
    private static boolean isRandom(String text) {
        if (text.chars().noneMatch(Character::isDigit) || text.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        double bits = 0;
        for (int character : text.chars().distinct().toArray()) {
            double share = (double) text.chars().filter(one -> one == character).count() / text.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits > RANDOM;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(HOUSE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_KEPT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(files).as("the files of the house").hasSizeGreaterThan(1000);
        return files;
    }
}
