package brightline.command.imports.oneroster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Failure;
import brightline.command.imports.file.ImportStatus.State;
import brightline.events.Code;
import brightline.events.Stated;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sets as they are published: the order of properties and columns, the quotes, the headers and the files beside are those of the set each
 * test names; people, schools and numbers are invented. What cannot be taken in is refused by its true cause.
 */
class OneRosterPublishedSetsTest {
    private static final String ORG_ID = "5f0c2a6e-91b7-4d0e-8a55-3c1e7d9b0001";
    private static final String STUDENT_ID = "5f0c2a6e-91b7-4d0e-8a55-3c1e7d9b0002";
    private static final String TEACHER_ID = "5f0c2a6e-91b7-4d0e-8a55-3c1e7d9b0003";

    private static RosterCase roster;

    @BeforeAll
    static void start() {
        roster = new RosterCase();
    }

    @AfterAll
    static void stop() {
        roster.close();
    }

    /** Files by their names in the zip. */
    private static final class PublishedSet {
        private final Map<String, String> files = new LinkedHashMap<>();

        PublishedSet with(String name, String... lines) {
            files.put(name, String.join("\r\n", lines) + "\r\n");
            return this;
        }

        /** As programs write it that put every cell in quotes. */
        PublishedSet quoted() {
            files.replaceAll((_, text) -> text.lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(cell -> "\"" + cell + "\"")
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\r\n")));
            return this;
        }

        ImportStatus sent() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue().getBytes(UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return roster.program.take(
                    new ByteArrayInputStream(bytes.toByteArray()), OneRosterCsv.NAME, Stated.MISSING);
        }

        void isRefused(String file, @Nullable String column, String reason) {
            ImportStatus status = sent();
            assertThat(status.state()).isEqualTo(State.FAILED);
            assertThat(status.failure())
                    .returns(file, Failure::file)
                    .returns(column, Failure::column)
                    .satisfies(failure -> assertThat(failure.reason()).contains(reason));
        }
    }

    private static ImportStatus taken(PublishedSet set) {
        ImportStatus status = set.sent();
        assertThat(status.state()).as(String.valueOf(status.failure())).isEqualTo(State.DONE);
        assertThat(roster.program.rejections(status.importId())).isEmpty();
        return status;
    }

    /** The base CSV sample of OneRoster 1.1 as importers carry it: no grades, columns of their own, and a demographics.csv of the draft. */
    @Test
    void the_base_sample_of_1_1_with_the_columns_of_its_publisher() {
        LocalDate today = roster.today();
        taken(new PublishedSet()
                .with(
                        "manifest.csv",
                        "propertyName,value",
                        "source.systemName,Manual",
                        "source.systemCode,Lakemont School District",
                        "manifest.version,1.0",
                        "oneroster.version,1.1",
                        "file.academicSessions,bulk",
                        "file.orgs,bulk",
                        "file.courses,bulk",
                        "file.classes,bulk",
                        "file.users,bulk",
                        "file.enrollments,absent",
                        "file.demographics,bulk",
                        "file.resources,absent",
                        "file.categories,absent")
                .with("academicSessions.csv", "sourcedId,status", "s1,")
                .with("courses.csv", "sourcedId,status", "c1,")
                .with("classes.csv", "sourcedId,status", "k1,")
                .with(
                        "orgs.csv",
                        "sourcedId,status,dateLastModified,name,type,identifier,metadata.classification,metadata.gender,"
                                + "metadata.boarding,parentSourcedId,ext_vendor_databaseId",
                        "12345,active,\"2026-05-06 08:01:05\",Marlow High School,school,MAR,private,mixed,FALSE,54321,",
                        "54321,,,Quince Middle School,school,QUI,private,,,,")
                .with(
                        "users.csv",
                        "sourcedId,enabledUser,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,"
                                + "familyName,identifier,email,sms,phone,agents,ext_vendor_databaseId,ext_vendor_grade",
                        "pub-1,TRUE,,,12345,student,wren,abc,Wren,Ottaway,PUB 1,,,,,,",
                        "pub-2,TRUE,,,54321,student,otis,abc,Otis,Penhale,PUB 2,,,,,,")
                .with(
                        "demographics.csv",
                        "userSourcedId,status,dateLastModified,birthdate,sex,americanIndianOrAlaskaNative,asian,"
                                + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
                                + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,"
                                + "stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
                        "pub-1,,,2010-02-03,female,FALSE,FALSE,TRUE,FALSE,FALSE,FALSE,FALSE,US,IL,,"));
        assertThat(roster.schoolsOf("PUB 1")).containsExactly("MAR " + today);
        assertThat(roster.schoolsOf("PUB 2")).containsExactly("QUI " + today);
        assertThat(roster.identityOf("PUB 1").birthDate()).isEqualTo(LocalDate.parse("2010-02-03"));
        assertThat(Objects.requireNonNull(roster.statisticsOf("PUB 1")).race()).isEqualTo(new Code("race", "BLACK"));
    }

    /** A generator of sample districts: every cell in quotes, its header a property too, and columns of race misnamed and missing. */
    @Test
    void a_generated_district_of_1_1_whose_demographics_lack_columns() {
        String moment = "2026-09-01T00:00:00.000Z";
        ImportStatus status = taken(new PublishedSet()
                .with(
                        "manifest.csv",
                        "PropertyName,Value",
                        "propertyName,value",
                        "manifest.version,1.0",
                        "oneroster.version,1.1",
                        "source.systemName,Lakemont OneRoster",
                        "source.systemCode,LAKEMONT-GEN",
                        "file.academicSessions,bulk",
                        "file.orgs,bulk",
                        "file.users,bulk",
                        "file.enrollments,bulk",
                        "file.demographics,bulk",
                        "file.results,absent")
                .with("academicSessions.csv", "sourcedId,status", "s1,active")
                .with(
                        "orgs.csv",
                        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
                        ORG_ID + ",active," + moment + ",Marlow High School,school,MAR,")
                .with(
                        "users.csv",
                        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
                                + "agentSourcedIds,familyName,middleName,identifier,email,sms,phone,grades,password",
                        STUDENT_ID + ",active," + moment + ",true," + ORG_ID
                                + ",student,ivy.q,,Ivy,,Quennell,,GEN-1,,,,09,",
                        TEACHER_ID + ",active," + moment + ",true," + ORG_ID + ",teacher,t.r,,Theo,,Rudge,,GEN-9,,,,,")
                .with(
                        "demographics.csv",
                        "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                                + "blackOrAfricanAmerican,nativeAmericanOrOtherPacificIslander,countryOfBirthCode,"
                                + "stateofBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
                        STUDENT_ID + ",active," + moment + ",2011-03-04,male,,true,,,,,,")
                .with(
                        "enrollments.csv",
                        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                                + "beginDate,endDate,courseSourcedId",
                        "gen-e1,active," + moment + ",k1," + ORG_ID + "," + STUDENT_ID + ",student,,2026-08-17,,c1")
                .quoted());
        assertThat(roster.schoolsOf("GEN-1")).containsExactly("MAR 2026-08-17");
        assertThat(roster.isThere("GEN-9")).isFalse();
        assertThat(roster.identityOf("GEN-1").birthDate()).isEqualTo(LocalDate.parse("2011-03-04"));
        assertThat(roster.statisticsOf("GEN-1"))
                .satisfies(
                        group -> assertThat(Objects.requireNonNull(group).sex()).isEqualTo(new Code("sex", "M")))
                .satisfies(group -> assertThat(Objects.requireNonNull(group).race())
                        .as("the file cannot say Hispanic")
                        .isNull());
        assertThat(roster.program.notes(status.importId())).anyMatch(note -> note.contains("Race and ethnicity"));
    }

    /** The CSV binding of OneRoster 1.2: all its properties and columns, in a folder, with the files that are not read. */
    @Test
    void the_binding_of_1_2_in_full_in_a_folder() {
        taken(new PublishedSet()
                .with(
                        "Lakemont/manifest.csv",
                        "propertyName,value",
                        "manifest.version,1.0",
                        "oneroster.version,1.2",
                        "file.academicSessions,bulk",
                        "file.categories,absent",
                        "file.classes,bulk",
                        "file.classResources,absent",
                        "file.courses,bulk",
                        "file.courseResources,absent",
                        "file.demographics,bulk",
                        "file.enrollments,bulk",
                        "file.lineItemLearningObjectiveIds,absent",
                        "file.lineItems,absent",
                        "file.lineItemScoreScales,absent",
                        "file.orgs,bulk",
                        "file.resources,absent",
                        "file.resultLearningObjectiveIds,absent",
                        "file.results,absent",
                        "file.resultScoreScales,absent",
                        "file.roles,bulk",
                        "file.scoreScales,absent",
                        "file.userProfiles,bulk",
                        "file.userResources,absent",
                        "file.users,bulk",
                        "source.systemName,Lakemont SIS",
                        "source.systemCode,LAKEMONT-12")
                .with("Lakemont/academicSessions.csv", "sourcedId,status", "s1,")
                .with("Lakemont/classes.csv", "sourcedId,status", "k1,")
                .with("Lakemont/courses.csv", "sourcedId,status", "c1,")
                .with("Lakemont/userProfiles.csv", "sourcedId,status,dateLastModified,userSourcedId", "p1,,,b-1")
                .with(
                        "Lakemont/orgs.csv",
                        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
                        "b-d,,,Lakemont District,district,,",
                        "b-o,,,Marlow High School,school,MAR,b-d")
                .with(
                        "Lakemont/users.csv",
                        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                                + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
                                + "resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
                                + "primaryOrgSourcedId,pronouns",
                        "b-1,,,true,nia,\"{SIS:1001},{STATE:2002}\",Nia,Sorrell,,BND-1,,,,b-2,10,,m-1,,Nini,,,b-o,she/her",
                        "b-2,,,true,gran,,Greta,Sorrell,,,,,,b-1,,,,,,,,,")
                .with(
                        "Lakemont/roles.csv",
                        "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
                                + "userProfileSourcedId",
                        "b-r1,,,b-1,primary,student,2026-08-17,,b-o,p1",
                        "b-r2,,,b-2,primary,guardian,,,b-d,")
                .with(
                        "Lakemont/demographics.csv",
                        "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                                + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
                                + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,"
                                + "stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
                        "b-1,,,2010-05-06,unspecified,false,false,false,false,true,false,true,US,IL,Chicago,01652")
                .with(
                        "Lakemont/enrollments.csv",
                        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                                + "beginDate,endDate",
                        "b-e1,,,k1,b-o,b-1,student,,2026-08-18,2027-06-11"));
        assertThat(roster.schoolsOf("BND-1")).containsExactly("MAR 2026-08-17");
        assertThat(roster.identityOf("BND-1").firstName()).isEqualTo("Nia");
        assertThat(Objects.requireNonNull(roster.statisticsOf("BND-1")).race()).isEqualTo(new Code("race", "HISPANIC"));
    }

    /** The format that a school data synchronization takes in its version 2.1 is like OneRoster, without manifest and numbers. */
    @Test
    void files_of_a_synchronization_that_are_like_oneroster_have_no_manifest() {
        new PublishedSet()
                .with("orgs.csv", "sourcedId,name,type,parentSourcedId", "110003,Marlow High School,school,")
                .with(
                        "users.csv",
                        "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms",
                        "114001,ada@lakemont.example,Ada,Tolliver,,,,,")
                .with(
                        "roles.csv",
                        "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate",
                        "114001,110003,student,SY2026,10,TRUE,8/24/2026,6/11/2027")
                .isRefused("manifest.csv", null, "is not in the zip");
    }

    /** A conversion of such files into 1.2 that leaves the roles in users.csv, as in 1.1. */
    @Test
    void a_set_of_1_2_without_roles_says_nothing_of_who_is_a_student() {
        new PublishedSet()
                .with(
                        "manifest.csv",
                        "propertyName,value",
                        "manifest.version,1.0",
                        "oneroster.version,1.2",
                        "file.orgs,bulk",
                        "file.users,bulk",
                        "file.enrollments,bulk",
                        "source.systemCode,SDS")
                .with("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier")
                .with("users.csv", "sourcedId,status,role,orgSourcedIds,givenName,familyName,identifier,grades")
                .with("enrollments.csv", "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role")
                .isRefused("manifest.csv", "file.roles", "must be there with all users");
    }

    /** Views that export a data store to 1.1 name their keys sourceId and write organizations as JSON. */
    @Test
    void an_export_under_other_column_names_is_told_which_are_missing() {
        new PublishedSet()
                .with(
                        "manifest.csv",
                        "propertyName,value",
                        "oneroster.version,1.1",
                        "file.orgs,bulk",
                        "file.users,bulk")
                .with("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId")
                .with(
                        "users.csv",
                        "sourceId,status,dateLastModified,metadata,username,userIds,type,enabledUser,givenName,"
                                + "familyName,middleName,role,identifier,email,sms,phone,agents,orgs,grades,password",
                        "x-1,active,,,,,,1,Una,Vickers,,student,EXP-1,,,,,\"[{ \"\"sourceId\"\":\"\"x-o\"\" }]\",,")
                .isRefused("users.csv", null, "the columns are missing: sourcedId, orgSourcedIds");
    }
}
