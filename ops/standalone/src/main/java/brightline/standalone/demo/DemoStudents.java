package brightline.standalone.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Who goes to the invented schools: for each school the same students, as the district lists them and as officers meet them. */
final class DemoStudents {
    static final int PER_SCHOOL = 140;
    private static final List<String> RACES = List.of(
            "BLACK", "BLACK", "BLACK", "HISPANIC", "HISPANIC", "HISPANIC", "WHITE", "WHITE", "ASIAN", "MULTIRACIAL");
    private static final List<String> FIRST = List.of(
            "Aurel", "Bodil", "Cyprian", "Dagny", "Eluned", "Fenno", "Gisela", "Halvard", "Ilka", "Jorun", "Kestrel",
            "Leander", "Mirela", "Nestor", "Oriel", "Petra", "Quill", "Rosalba", "Sunniva", "Tadeo");
    private static final List<String> LAST = List.of(
            "Abernook",
            "Brackwell",
            "Cinderby",
            "Dunmarrow",
            "Eskridden",
            "Farrowmere",
            "Gantling",
            "Hazelwick",
            "Inglenook",
            "Jessamane",
            "Kittering",
            "Larkspire",
            "Mossgrove",
            "Netherby",
            "Oakhurstle",
            "Pennywhit");
    /** The file says when it was packed; packed again it is the same. */
    private static final LocalDateTime PACKED = LocalDateTime.of(2025, 8, 4, 8, 0);

    private DemoStudents() {}

    /** As an officer names the student. @param number within the school, from 0 */
    static Map<String, Object> person(DemoSchool school, int number) {
        return Map.of(
                "number",
                id(school, number),
                "firstName",
                first(number),
                "lastName",
                last(school, number),
                "homeSchool",
                school.code());
    }

    /** As an officer states them; a few were never asked or seen: missing is a value of its own. */
    static Map<String, Object> statistics(DemoSchool school, int number) {
        Map<String, Object> statistics = new LinkedHashMap<>();
        String race = race(school, number);
        if (race != null) {
            statistics.put("race", race);
        }
        statistics.put("sex", sex(number));
        String band =
                switch (school.code()) {
                    case "LAK" -> "3-5";
                    case "HOL" -> "6-8";
                    default -> "9-12";
                };
        statistics.put("gradeBand", band);
        statistics.put("disability", number % 6 == 0 ? "IDEA" : "NONE");
        statistics.put("englishLearner", number % 8 == 0 ? "YES" : "NO");
        return statistics;
    }

    private static String id(DemoSchool school, int number) {
        return "%s-%04d".formatted(school.code(), number);
    }

    private static String first(int number) {
        return FIRST.get(Math.floorMod(number * 7, FIRST.size()));
    }

    private static String last(DemoSchool school, int number) {
        return LAST.get(Math.floorMod(number * 5 + school.code().hashCode(), LAST.size()));
    }

    private static @Nullable String race(DemoSchool school, int number) {
        return number % 29 == 0
                ? null
                : RACES.get(Math.floorMod(number * 3 + school.code().length(), RACES.size()));
    }

    private static String sex(int number) {
        return number % 5 < 3 ? "M" : "F";
    }

    /** First of the school's grades, and how many there are. */
    private static int grade(DemoSchool school, int number) {
        return switch (school.code()) {
            case "LAK" -> 3 + number % 3;
            case "HOL" -> 6 + number % 3;
            default -> 9 + number % 4;
        };
    }

    /** The district's students' list as a OneRoster set. @param from first day of school */
    static byte[] roster(LocalDate from) {
        StringBuilder orgs = new StringBuilder("sourcedId,status,dateLastModified,name,type,identifier\n"
                + "org-d,,,Ridgemont School District,district,\n");
        StringBuilder users = new StringBuilder(
                "sourcedId,status,dateLastModified,givenName,familyName,identifier,grades,primaryOrgSourcedId\n");
        StringBuilder roles = new StringBuilder(
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n");
        StringBuilder demographics =
                new StringBuilder("sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                        + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
                        + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity\n");
        for (DemoSchool school : DemoSchool.ALL) {
            String org = "org-" + school.code();
            orgs.append("%s,,,%s,school,%s%n".formatted(org, school.name(), school.code()));
            for (int number = 0; number < PER_SCHOOL; number++) {
                String user = "u-" + id(school, number);
                int grade = grade(school, number);
                users.append("%s,,,%s,%s,%s,%02d,%s%n"
                        .formatted(user, first(number), last(school, number), id(school, number), grade, org));
                roles.append("r-%s,,,%s,primary,student,%s,,%s%n".formatted(id(school, number), user, from, org));
                demographics.append(demographics(school, number, user, from.getYear() - grade - 6));
            }
        }
        Map<String, CharSequence> files = new LinkedHashMap<>();
        files.put(
                "manifest.csv",
                "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.orgs,bulk\nfile.users,bulk\n"
                        + "file.roles,bulk\nfile.demographics,bulk\nfile.enrollments,absent\n"
                        + "source.systemName,Invented student records\n");
        files.put("orgs.csv", orgs);
        files.put("users.csv", users);
        files.put("roles.csv", roles);
        files.put("demographics.csv", demographics);
        return packed(files);
    }

    private static String demographics(DemoSchool school, int number, String user, int born) {
        String race = String.valueOf(race(school, number));
        return "%s,,,%d-%02d-%02d,%s,false,%s,%s,false,%s,%s,%s%n"
                .formatted(
                        user,
                        born,
                        1 + number % 12,
                        1 + number % 28,
                        sex(number).equals("M") ? "male" : "female",
                        race.equals("ASIAN"),
                        race.equals("BLACK"),
                        race.equals("WHITE"),
                        race.equals("MULTIRACIAL"),
                        race.equals("HISPANIC"));
    }

    private static byte[] packed(Map<String, CharSequence> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, CharSequence> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(PACKED);
                zip.putNextEntry(entry);
                zip.write(file.getValue().toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
