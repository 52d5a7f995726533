package brightline.command.imports.reference;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.events.officer.OfficerEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Officers, assignments and enrolment from files. Everybody is invented. */
class OfficerRosterImportTest {
    private static final String ROSTER = """
            star_number,name,capacity,school,from,last_day,post,confirmed_on,confirmed_by,remark
            7001,N. Abara,SRO,MAR,2025-08-18,,PRIMARY,2025-10-01,SCHOOL,first
            7001,N. Abara,SRO,QUI,2025-08-18,2025-09-30,RELIEF,,,
            1001,,,LAK,2014-08-25,,,2017-03-31,POLICE,an old one
            7002,,SRO,MAR,2025-08-18,,,,,no name
            7003,O. Brandt,SRO,NIL,2025-08-18,,,,,no such school
            1001,Somebody Else,,MAR,2025-08-18,,,,,another name
            7004,P. Cisse,SRO,MAR,2025-08-18,2025-08-01,,,,ends before
            7001,N. Abara,SRO,MAR,2025-09-18,,,,,overlaps
            7005,Q. Dahl,SRO,MAR,2025-08-18,,,2025-10-01,,by nobody
            7006,R. Eskola,SRO,MAR,18 August,,,,,no date
            """;

    static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static JsonNode take(String file, String format) throws InterruptedException {
        Answer started = side.upload(
                "coordinator", "/api/commands/imports", file.getBytes(StandardCharsets.UTF_8), "format", format);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        String place = "/api/commands/imports/" + started.body().get("id").stringValue();
        JsonNode status = side.get("coordinator", place).body();
        for (int i = 0; i < 600 && status.get("state").stringValue().equals("RUNNING"); i++) {
            Thread.sleep(50);
            status = side.get("coordinator", place).body();
        }
        return status;
    }

    private static String counts(JsonNode status) {
        return "%s: %d accepted, %d duplicates, %d rejected"
                .formatted(
                        status.get("state").stringValue(),
                        status.get("accepted").asInt(),
                        status.get("duplicates").asInt(),
                        status.get("rejected").asInt());
    }

    /** Many stars are shortened to one: whoever it is, it is not one officer. */
    @Test
    void a_star_as_a_spreadsheet_shortens_it_is_named() throws InterruptedException {
        JsonNode status = take(
                "star_number,name,capacity,school,from\n1.20261E+13,S. Fuchs,SRO,MAR,2025-08-18\n",
                "brightline-roster");
        assertThat(counts(status)).isEqualTo("DONE: 0 accepted, 0 duplicates, 1 rejected");
        assertThat(status.get("errors").get(0).get("column").stringValue()).isEqualTo("star_number");
    }

    private static List<String> eventsOf(String stream) {
        List<String> events = new ArrayList<>();
        side.context
                .getBean(EventStore.class)
                .readEvents(stream)
                .forEachRemaining(message -> events.add(
                        ((OfficerEvent) message.getPayload()).getClass().getSimpleName()));
        return events;
    }

    private static String officer(String star) {
        return side.jdbc
                .sql("select officer_id::text from command.officer where star_number = ?")
                .param(star)
                .query(String.class)
                .single();
    }

    @Test
    void each_line_of_a_roster_is_answered_and_sent_again_changes_nothing() throws InterruptedException {
        JsonNode status = take(ROSTER, OfficerRosterCsv.NAME);
        assertThat(counts(status)).isEqualTo("DONE: 3 accepted, 0 duplicates, 7 rejected");
        assertThat(status.get("errors")
                        .valueStream()
                        .map(one -> one.get("line").asInt() + " "
                                + one.get("column").asString("-")))
                .containsExactly("5 name", "6 school", "7 name", "8 last_day", "9 -", "10 confirmed_by", "11 from");
        assertThat(status.get("errors").toString()).doesNotContain("Somebody", "Brandt", "NIL");
        assertThat(eventsOf(officer("7001")))
                .containsExactly(
                        "OfficerRegistered",
                        "AssignmentStarted",
                        "PostGiven",
                        "AssignmentConfirmed",
                        "AssignmentStarted",
                        "AssignmentEnded",
                        "PostGiven");
        assertThat(eventsOf(CommandSideOverHttp.ADEYEMI.toString())).contains("AssignmentConfirmed");

        long events = events();
        JsonNode again = take(ROSTER + "\n", OfficerRosterCsv.NAME);
        assertThat(counts(again)).isEqualTo("DONE: 0 accepted, 3 duplicates, 7 rejected");
        assertThat(events()).as("but for the import's own two").isEqualTo(events + 2);

        JsonNode ended = take(
                "star_number,school,from,last_day\n7001,MAR,2025-08-18,2026-01-30\n7001,MAR,2026-02-02,\n",
                OfficerRosterCsv.NAME);
        assertThat(counts(ended)).isEqualTo("DONE: 2 accepted, 0 duplicates, 0 rejected");
    }

    @Test
    void an_officer_keeps_one_record_over_a_new_name_and_a_star_that_is_passed_on() throws InterruptedException {
        String header = "star_number,name,capacity,school,from,last_day\n";
        assertThat(counts(take(header + "7103,Okonkwo,SRO,MAR,2025-08-18,2025-10-31\n", OfficerRosterCsv.NAME)))
                .isEqualTo("DONE: 1 accepted, 0 duplicates, 0 rejected");
        String okonkwo = officer("7103");
        String passedOn =
                header + "7103,Oldacre,SRO,QUI,2025-11-03,\n7299,\"OKONKWO, A.\",SCHOOL_SERGEANT,QUI,2025-11-03,\n";
        JsonNode unknown = take(passedOn, OfficerRosterCsv.NAME);
        assertThat(unknown.get("errors")
                        .valueStream()
                        .map(one -> one.get("column").stringValue()))
                .as("nobody is made of it until somebody says who wears which star")
                .containsExactly("name", "star_number");
        assertThat(unknown.get("errors").toString()).doesNotContain("Oldacre", "OKONKWO");

        assertThat(change(okonkwo, "stars", """
                        {"starNumber": "7299", "from": "2025-11-03", "reason": "CHANGED", "basis": "OTHER"}""")).isEqualTo(200);
        assertThat(counts(take(passedOn + "\n", OfficerRosterCsv.NAME)))
                .isEqualTo("DONE: 2 accepted, 0 duplicates, 0 rejected");
        assertThat(officer("7299")).isEqualTo(okonkwo);
        assertThat(officer("7103")).isNotEqualTo(okonkwo);
        assertThat(eventsOf(okonkwo))
                .containsExactly(
                        "OfficerRegistered",
                        "AssignmentStarted",
                        "AssignmentEnded",
                        "StarGiven",
                        "CapacityChanged",
                        "AssignmentStarted");
        assertThat(eventsOf(officer("7103"))).containsExactly("OfficerRegistered", "StarGiven", "AssignmentStarted");

        String renamed = header + "7299,Okonkwo-Bell,,LAK,2026-01-05,\n";
        assertThat(take(renamed, OfficerRosterCsv.NAME).at("/errors/0/reason").stringValue())
                .contains("record the officer's new name");
        assertThat(change(okonkwo, "names", """
                        {"name": "Okonkwo-Bell", "from": "2026-01-02", "reason": "CHANGED", "basis": "OTHER"}""")).isEqualTo(200);
        assertThat(counts(take(renamed + "\n", OfficerRosterCsv.NAME)))
                .isEqualTo("DONE: 1 accepted, 0 duplicates, 0 rejected");
    }

    /** A file is recorded two hundred lines at a time. */
    @ParameterizedTest
    @ValueSource(ints = {0, 250})
    void two_new_officers_of_one_name_and_two_lines_of_one_are_answered_alike_wherever_the_file_is_cut(int between)
            throws InterruptedException {
        String others = "1001,,,LAK,2014-08-25,\n".repeat(between);
        JsonNode status = take("""
                star_number,name,capacity,school,from,last_day
                81%1$d,Rookwood%1$d,SRO,MAR,2025-08-18,
                %2$s82%1$d,ROOKWOOD%1$d,SRO,QUI,2025-08-18,
                81%1$d,,,QUI,2025-09-01,
                81%1$d,Somebody Else,SRO,QUI,2026-01-05,
                """.formatted(between, others), OfficerRosterCsv.NAME);
        assertThat(status.get("accepted").asInt() + status.get("duplicates").asInt())
                .isEqualTo(2 + between);
        assertThat(status.get("errors")
                        .valueStream()
                        .map(one -> one.get("line").asInt() + " "
                                + one.get("column").asString("-")))
                .containsExactly(3 + between + " star_number", 5 + between + " name");
        assertThat(eventsOf(officer("81" + between)))
                .containsExactly("OfficerRegistered", "AssignmentStarted", "AssignmentStarted");
    }

    private static int change(String officer, String what, String document) {
        return side.post("coordinator", "/api/commands/officers/" + officer + "/" + what, document)
                .status();
    }

    @Test
    void enrolment_is_counted_by_school_and_day_and_corrected_by_a_later_file() throws InterruptedException {
        String file = """
                school,day,total,race/BLACK,race/WHITE,sex/F,grade-band/9-12,disability/IDEA,english-learner/YES,race/GREEN
                MAR,2025-10-01,2200,800,600,1090,2200,,410,1
                QUI,2025-10-01,900,950,,,,,,
                NIL,2025-10-01,900,,,,,,,
                ORC,2025-10-01,many,,,,,,,
                LAK,2025-10-01,300,0,,,,,,
                """;
        JsonNode status = take(file, EnrolmentCsv.NAME);
        assertThat(counts(status)).isEqualTo("DONE: 2 accepted, 0 duplicates, 3 rejected");
        assertThat(counts(take(file.replace("2200,800", "2200,801"), EnrolmentCsv.NAME)))
                .isEqualTo("DONE: 1 accepted, 1 duplicates, 3 rejected");
    }

    @Test
    void a_second_line_for_one_school_and_day_is_rejected_by_name_however_far_it_stands() throws InterruptedException {
        StringBuilder file = new StringBuilder("school,day,total\nMAR,2024-10-01,2100\nMAR,2024-10-01,2101\n");
        for (int i = 0; i < 250; i++) {
            file.append("QUI,").append(LocalDate.of(2024, 1, 1).plusDays(i)).append(",900\n");
        }
        file.append("MAR,2024-10-01,2100\nMAR,2024-10-01,2102\nmar,2024-10-01,2103\n");
        JsonNode status = take(file.toString(), EnrolmentCsv.NAME);
        assertThat(counts(status)).isEqualTo("DONE: 251 accepted, 1 duplicates, 3 rejected");
        assertThat(status.get("errors"))
                .extracting(
                        one -> one.get("line").asInt() + " " + one.get("reason").stringValue())
                .containsExactly(
                        "3 its key stands on line 2 with other content",
                        "255 its key stands on line 2 with other content",
                        "256 its key stands on line 2 with other content");
        assertThat(counts(take("school,day,total\nMAR,2024-10-01,2104\n", EnrolmentCsv.NAME)))
                .as("a later file corrects it")
                .isEqualTo("DONE: 1 accepted, 0 duplicates, 0 rejected");
    }

    @Test
    void a_file_without_its_columns_is_refused_and_the_formats_are_described() throws InterruptedException {
        assertThat(counts(take("star_number,school\n1,MAR\n", OfficerRosterCsv.NAME)))
                .isEqualTo("FAILED: 0 accepted, 0 duplicates, 0 rejected");
        assertThat(side.context.getBean(OfficerRosterCsv.class).guide().description())
                .contains("star_number *", "back-dated");
    }

    private static long events() {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }
}
