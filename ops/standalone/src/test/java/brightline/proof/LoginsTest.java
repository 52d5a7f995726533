package brightline.proof;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import brightline.benchmark.Api;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import brightline.edge.schema.Login;
import brightline.standalone.Database;
import brightline.standalone.Database.Address;
import brightline.standalone.Logins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each login of a running program may do by SQL, and what none may: tried as that login, with its own password. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginsTest {
    private static final Set<Login> OF_KEYS = EnumSet.of(Login.KEYS, Login.KEY_ROTATION);

    /** None lacks anything but a right: see {@link #a_superuser_is_refused_for_no_lack_of_rights}. */
    private static final List<String> OF_NOBODY = List.of(
            "select pg_read_file('PG_VERSION')",
            "select * from pg_ls_dir('.')",
            "copy (select 1) to program 'true'",
            "create temp table read (line text)",
            "alter system set fsync = off",
            "set session_replication_role = replica",
            "create role another superuser",
            "create schema another",
            "create table public.another (one int)",
            "set role brightline_owner",
            "set role brightline_models",
            "set role brightline_keys_owner");

    private static final List<String> OF_NOBODY_IN_EVENTS = List.of(
            "update log.domain_event_entry set payload = payload",
            "delete from log.domain_event_entry",
            "truncate log.domain_event_entry",
            "update log.event_secret set ciphertext = ciphertext",
            "delete from log.event_secret",
            "update access.read_audit set found = 0",
            "delete from access.read_audit",
            "update command.idempotency set answer = '{}'",
            "delete from command.idempotency",
            "truncate command.idempotency",
            "update log.recorded_time set mode = 'SIMULATION'",
            "select setval('log.event_index', 1)",
            "alter table log.domain_event_entry disable trigger refuse_change",
            "drop trigger refuse_change on log.event_secret",
            "alter table log.domain_event_entry add column another int",
            "alter table log.domain_event_entry owner to current_user",
            "drop table access.read_audit",
            "create policy another on log.domain_event_entry",
            "alter table log.domain_event_entry enable row level security",
            "create or replace function log.refuse_change() returns trigger language plpgsql as 'begin return new; end'",
            "drop function log.refuse_change() cascade",
            "create trigger another before insert on log.domain_event_entry for each row execute function log.refuse_change()",
            "insert into rm.projection_definition values ('another', 'drop table log.event_secret')",
            "update rm.projection_definition set definition = 'drop table log.event_secret'",
            "create view rm.another as select 1",
            "create or replace function rm.is_model(place text) returns boolean language sql return true",
            "call rm.give_rights('log')",
            "call rm.make_tables('timeline', 'log')",
            "call rm.drop_tables('log')",
            "call rm.drop_tables('rm_timeline_v5')",
            "drop view rm.involvement_fact");

    private static final List<String> OF_NOBODY_IN_KEYS = List.of(
            "drop table keys.student",
            "truncate keys.student cascade",
            "alter table keys.student disable trigger all",
            "create table keys.another (one int)");

    /** All rights on tables, columns and sequences but the owners' own, a line for each. */
    private static final String RIGHTS = """
            select regexp_replace(place, '^rm_([a-z]+)_[vr][0-9]+$', 'rm_\\1') || '.' || name || ': '
                   || string_agg(grantee || ' ' || rights, '; ' order by grantee) as line
              from (select n.nspname as place, c.relname as name,
                           coalesce(substr(nullif(a.grantee, 0)::regrole::text, length('brightline_') + 1), 'public') as grantee,
                           string_agg(lower(a.privilege_type), ' ' order by a.privilege_type) as rights
                      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
                     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.grantee <> c.relowner
                     group by 1, 2, a.grantee) of_one
             group by place, name
            union all
            select n.nspname || '.' || c.relname || ' (' || string_agg(t.attname, ', ' order by t.attname) || '): '
                   || substr(a.grantee::regrole::text, length('brightline_') + 1) || ' ' || lower(a.privilege_type)
              from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
                   aclexplode(t.attacl) a
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             group by n.nspname, c.relname, a.grantee, a.privilege_type order by 1""";

    private static final String OWNED = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
              join pg_roles r on r.oid = c.relowner
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and r.rolcanlogin""";

    @TempDir
    static @Nullable Path folder;

    private static @Nullable Path data;
    private static @Nullable StandaloneProcess running;
    private static @Nullable FoundedAgency agency;

    @BeforeAll
    static void somethingIsRecorded() throws Exception {
        Path place = Programs.dataIn(Objects.requireNonNull(folder));
        data = place;
        StandaloneProcess brightline = Programs.start(place);
        running = brightline;
        FoundedAgency founded = FoundedAgency.on(brightline);
        agency = founded;
        try (var officer = new LoggingOfficer(brightline.url(), founded, 20_261_130)) {
            officer.log();
        }
    }

    @AfterAll
    static void leave() throws IOException {
        if (running != null) {
            running.close();
        }
        if (data != null) {
            Programs.leave(data);
        }
    }

    private static StandaloneProcess brightline() {
        return Objects.requireNonNull(running);
    }

    private static Database database() throws IOException {
        return Database.running(Files.readString(Objects.requireNonNull(data).resolve("database.txt"))
                .strip());
    }

    private static Address place(Login login) throws IOException {
        return OF_KEYS.contains(login) ? database().keys() : database().events();
    }

    private static Connection as(Login login, Address place) throws SQLException {
        return connect(
                Logins.beside(Objects.requireNonNull(data).resolve("keys")).as(login, place));
    }

    private static Connection connect(Address address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Test
    @Order(1)
    void each_login_may_do_with_each_table_what_is_written_and_no_more() throws Exception {
        assertThat(rights()).isEqualTo(written());
    }

    @Test
    @Order(2)
    void nothing_belongs_to_who_signs_in() throws Exception {
        for (Address place : List.of(database().events(), database().keys())) {
            assertThat(one(place, OWNED)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Login.class, mode = EnumSource.Mode.EXCLUDE, names = "MIGRATOR")
    @Order(3)
    void no_login_reads_files_or_rewrites_what_was_recorded_or_changes_who_may(Login login) throws Exception {
        List<String> ofTheDatabase = OF_KEYS.contains(login) ? OF_NOBODY_IN_KEYS : OF_NOBODY_IN_EVENTS;
        try (Connection connection = as(login, place(login));
                Statement statement = connection.createStatement()) {
            for (String one :
                    Stream.concat(OF_NOBODY.stream(), ofTheDatabase.stream()).toList()) {
                try {
                    statement.execute(one);
                    fail(login + " may: " + one);
                } catch (SQLException refused) {
                    // 42501: no right to; P0001: a guard's own words.
                    assertThat(refused.getSQLState())
                            .as(login + ": " + one + ": " + refused.getMessage())
                            .isIn("42501", "P0001");
                }
            }
            statement.execute("select current_user");
        }
        assertThat(rights()).isEqualTo(written());
    }

    @Test
    @Order(3)
    void a_superuser_is_refused_for_no_lack_of_rights() throws Exception {
        for (Address place : List.of(database().events(), database().keys())) {
            List<String> ofTheDatabase = place.equals(database().events()) ? OF_NOBODY_IN_EVENTS : OF_NOBODY_IN_KEYS;
            try (Connection superuser = connect(place);
                    Statement statement = superuser.createStatement()) {
                superuser.setAutoCommit(false);
                // Those of a function run with its owner's rights, whoever calls.
                for (String one : Stream.concat(OF_NOBODY.stream(), ofTheDatabase.stream())
                        .filter(one -> !one.startsWith("call "))
                        .toList()) {
                    try {
                        statement.execute(one);
                    } catch (SQLException refused) {
                        assertThat(refused.getSQLState()).as(one).isNotEqualTo("42501");
                    }
                    superuser.rollback();
                }
            }
        }
    }

    @Test
    @Order(4)
    void no_login_of_one_database_comes_into_the_other() throws Exception {
        for (Login login : Login.values()) {
            Address other =
                    OF_KEYS.contains(login) ? database().events() : database().keys();
            refused(login, other);
        }
    }

    @Test
    @Order(5)
    void the_migrations_login_is_closed_once_the_program_serves() throws Exception {
        refused(Login.MIGRATOR, database().events());
    }

    @Test
    @Order(6)
    void what_each_may_do_is_the_same_after_a_replay_was_put_to_use() throws Exception {
        Api api = Api.of(brightline().url());
        String sysadmin = Objects.requireNonNull(agency).sysadmin();
        String replay = api.send(
                        "POST",
                        "/api/queries/replays",
                        sysadmin,
                        null,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(202)
                .header("Location");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> api.get(sysadmin, replay)
                        .expect(200)
                        .json()
                        .get("state")
                        .asString()
                        .equals("COMPARED"));
        api.send("POST", replay + "/switch", sysadmin, null, Map.of()).expect(200);

        assertThat(rights()).isEqualTo(written());
        assertThat(one(database().events(), OWNED)).isEqualTo("0");
        assertThat(one(database().events(), "select count(*) from rm.involvement_fact"))
                .isEqualTo("1");
    }

    private static void refused(Login login, Address place) {
        try (Connection connection = as(login, place)) {
            fail(login + " comes into " + connection.getCatalog());
        } catch (SQLException refused) {
            // 42501: not into this database; 28000: not at all.
            assertThat(refused.getSQLState()).as(login.role()).isIn("42501", "28000");
        }
    }

    private static String one(Address place, String question) throws SQLException {
        try (Connection superuser = connect(place);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As the catalogues of both databases say, the tables of two copies of a projection as one. */
    private static String rights() throws Exception {
        Set<String> lines = new LinkedHashSet<>();
        for (Address place : List.of(database().events(), database().keys())) {
            try (Connection superuser = connect(place);
                    Statement statement = superuser.createStatement();
                    ResultSet rows = statement.executeQuery(RIGHTS)) {
                while (rows.next()) {
                    lines.add(rows.getString("line"));
                }
            }
        }
        return lines.stream().sorted().collect(joining("\n", "", "\n"));
    }

    private static String written() throws IOException {
        try (var in = LoginsTest.class.getResourceAsStream("/rights-of-logins.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
