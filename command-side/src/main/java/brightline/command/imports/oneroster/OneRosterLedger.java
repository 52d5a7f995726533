package brightline.command.imports.oneroster;

import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import brightline.edge.schema.SchemaMigration;
import brightline.events.ImportId;
import brightline.events.StudentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of rosters for those that come later. Joins the caller's transaction. */
@Component
final class OneRosterLedger {
    private static final String STILL_MISSING = """
            select %s from command.roster_missing missing join command.roster_person person using (person_mac)
             where import_id = :import and there and person.seen_by is not distinct from missing.seen_by
               and person.named_by is not distinct from missing.named_by""";

    private final JdbcClient jdbc;
    private final KeyedMac persons;
    private final KeyedMac places;

    OneRosterLedger(DataSource dataSource, KeyStore keys, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.persons = new KeyedMac(keys, "roster-person");
        this.places = new KeyedMac(keys, "roster-place");
    }

    /** All that this source's files brought. @param source as {@link #source} has it */
    List<RosterOrg> orgs(String source) {
        return jdbc.sql("select * from command.roster_org where system_mac = ?")
                .param(source)
                .query(OneRosterLedger::org)
                .list();
    }

    /** All that other sources' files brought. @param source as {@link #source} has it */
    List<RosterOrg> orgsOfOthers(String source) {
        return jdbc.sql("select * from command.roster_org where system_mac <> ?")
                .param(source)
                .query(OneRosterLedger::org)
                .list();
    }

    /** Those that this source's files brought, by sourcedId. @param source as {@link #source} has it */
    Map<String, RosterOrg> orgs(String source, Collection<String> sourcedIds) {
        return jdbc
                .sql("select * from command.roster_org where system_mac = :source and sourced_id = any(:ids)")
                .param("source", source)
                .param("ids", sourcedIds.toArray(String[]::new))
                .query(OneRosterLedger::org)
                .stream()
                .collect(Collectors.toMap(RosterOrg::sourcedId, org -> org));
    }

    private static RosterOrg org(ResultSet row, int number) throws SQLException {
        return new RosterOrg(
                0,
                row.getString("sourced_id"),
                row.getString("name"),
                row.getString("identifier"),
                row.getBoolean("is_school"),
                row.getBoolean("deleted"),
                row.getObject("last_day", LocalDate.class));
    }

    /** How many were not known, and how many were known otherwise. */
    record Remembered(int added, int changed) {}

    /** @param source as {@link #source} has it */
    Remembered remember(String source, Collection<RosterOrg> orgs) {
        List<Boolean> added = new ArrayList<>();
        for (RosterOrg org : orgs) {
            // A row that was never changed has no transaction that did.
            added.addAll(jdbc.sql("""
                            insert into command.roster_org as known
                                   (system_mac, sourced_id, name, identifier, is_school, deleted, last_day)
                            values (:source, :id, :name, :identifier, :school, :deleted, :day)
                            on conflict (system_mac, sourced_id) do update
                               set name = excluded.name, identifier = excluded.identifier, is_school = excluded.is_school,
                                   deleted = excluded.deleted, last_day = excluded.last_day
                             where (known.name, known.identifier, known.is_school, known.deleted, known.last_day)
                                is distinct from
                                   (excluded.name, excluded.identifier, excluded.is_school, excluded.deleted,
                                    excluded.last_day)
                            returning known.xmax = 0
                            """)
                    .param("source", source)
                    .param("id", org.sourcedId())
                    .param("name", org.name())
                    .param("identifier", org.identifier())
                    .param("school", org.isSchool())
                    .param("deleted", org.deleted())
                    .param("day", org.lastDay(), Types.DATE)
                    .query(Boolean.class)
                    .list());
        }
        int fresh = Collections.frequency(added, true);
        return new Remembered(fresh, added.size() - fresh);
    }

    /** Those of the persons who were taken in before, by sourcedId. */
    Map<String, StudentId> known(String system, Collection<OneRosterPerson> persons) {
        Map<String, String> keys = new HashMap<>();
        persons.forEach(person -> keys.put(personMac(system, person.key()), person.key()));
        Map<String, StudentId> known = new HashMap<>();
        jdbc.sql("select person_mac, student_id from command.roster_person where person_mac = any(:macs)")
                .param("macs", keys.keySet().toArray(String[]::new))
                .query((row, _) -> known.put(
                        keys.getOrDefault(row.getString("person_mac"), ""),
                        new StudentId(row.getObject("student_id", UUID.class))))
                .list();
        return known;
    }

    /** Those of the students of whom this import's file was taken in. */
    Set<StudentId> named(Collection<StudentId> students, ImportId by) {
        if (students.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(jdbc.sql("""
                        select student_id from command.roster_person
                         where student_id = any(:students) and (named_by = :import or seen_by = :import)
                        """)
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("import", by.value())
                .query((row, _) -> new StudentId(row.getObject(1, UUID.class)))
                .list());
    }

    /** How a person of a source is written here. */
    String personMac(String system, String key) {
        return persons.of(system, key);
    }

    /** As {@link #rowMac}, of a row that may have no id. @param key of the person it is about, by which such a row is told from others */
    String placeMac(String system, String key, RosterPlace place) {
        return place.id().isEmpty() ? places.of(system, key, place.org()) : rowMac(system, place.id());
    }

    /** How a row of a source is written here. @param id what the source calls it */
    String rowMac(String system, String id) {
        return places.of(system, id);
    }

    /** How the row is written that stands for a person's missing ones. */
    String otherwiseMac(String system, String key) {
        return places.of(system, key, "", "");
    }

    /**
     * A row that was kept, by its MAC as its id.
     *
     * @param person MAC of the person
     */
    record Kept(String person, StudentId student, RosterPlace place) {}

    /** All rows that this source's files said about the students. @param source as {@link #source} has it */
    List<Kept> placesOf(String source, Collection<StudentId> students) {
        return jdbc.sql("""
                        select place.*, person.student_id
                          from command.roster_person person join command.roster_place place using (person_mac)
                         where person.student_id = any(:students) and person.system_mac = :source
                         order by place_mac
                        """)
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("source", source)
                .query(OneRosterLedger::kept)
                .list();
    }

    /** Whom the rows are about, by their MACs. */
    Map<String, StudentId> studentsOfRows(Collection<String> rows) {
        Map<String, StudentId> students = new LinkedHashMap<>();
        jdbc.sql("""
                        select place_mac, student_id
                          from command.roster_place join command.roster_person using (person_mac)
                         where place_mac = any(:macs) order by place_mac
                        """)
                .param("macs", rows.toArray(String[]::new))
                .query((row, _) -> students.put(
                        row.getString("place_mac"), new StudentId(row.getObject("student_id", UUID.class))))
                .list();
        return students;
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("person_mac"),
                new StudentId(row.getObject("student_id", UUID.class)),
                new RosterPlace(
                        row.getString("place_mac"),
                        row.getString("org"),
                        row.getBoolean("is_primary"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getBoolean("deleted")));
    }

    /**
     * A person who was taken in.
     *
     * @param mac of the person
     * @param places all rows about the person, by their MACs
     * @param there whether the person is at a school; null where nothing was said
     */
    record Person(
            String mac,
            StudentId student,
            Collection<RosterPlace> places,
            @Nullable Boolean there) {}

    /** Keeps all there is about these persons, in the place of what was. @param source as {@link #source} has it */
    void keep(String source, ImportId seenBy, Collection<Person> taken) {
        Map<String, Person> byMac = new LinkedHashMap<>();
        taken.forEach(person -> byMac.put(person.mac(), person));
        Collection<Person> each = byMac.values();
        jdbc.sql("""
                        insert into command.roster_person as known (person_mac, student_id, system_mac, seen_by, there)
                        select mac, student, :source, case when there is null then null else cast(:import as uuid) end,
                               coalesce(there, false)
                          from unnest(cast(:macs as text[]), cast(:students as uuid[]), cast(:there as boolean[]))
                                 as one (mac, student, there)
                        on conflict (person_mac) do update
                           set system_mac = excluded.system_mac,
                               seen_by = coalesce(excluded.seen_by, known.seen_by),
                               there = case when excluded.seen_by is null then known.there else excluded.there end
                        """)
                .param("source", source)
                .param("import", seenBy.value())
                .param("macs", each.stream().map(Person::mac).toArray(String[]::new))
                .param(
                        "students",
                        each.stream().map(one -> one.student().value()).toArray(UUID[]::new))
                .param("there", each.stream().map(Person::there).toArray(Boolean[]::new))
                .update();
        Map<String, RosterPlace> all = new LinkedHashMap<>();
        Map<String, String> persons = new HashMap<>();
        each.forEach(person -> person.places().forEach(place -> {
            all.put(place.id(), place);
            persons.put(place.id(), person.mac());
        }));
        jdbc.sql("""
                        delete from command.roster_place where person_mac = any(:persons) and place_mac <> all(:places)
                        """)
                .param("persons", byMac.keySet().toArray(String[]::new))
                .param("places", all.keySet().toArray(String[]::new))
                .update();
        keep(all, persons);
    }

    private void keep(Map<String, RosterPlace> all, Map<String, String> persons) {
        Collection<RosterPlace> each = all.values();
        jdbc.sql("""
                        insert into command.roster_place as known
                               (place_mac, person_mac, org, is_primary, first_day, last_day, deleted)
                        select * from unnest(cast(:macs as text[]), cast(:persons as text[]), cast(:orgs as text[]),
                                 cast(:primary as boolean[]), cast(:first as date[]), cast(:last as date[]),
                                 cast(:deleted as boolean[]))
                        on conflict (place_mac) do update
                           set person_mac = excluded.person_mac, org = excluded.org, is_primary = excluded.is_primary,
                               first_day = excluded.first_day, last_day = excluded.last_day, deleted = excluded.deleted
                         where (known.person_mac, known.org, known.is_primary, known.first_day, known.last_day,
                                known.deleted)
                            is distinct from
                               (excluded.person_mac, excluded.org, excluded.is_primary, excluded.first_day,
                                excluded.last_day, excluded.deleted)
                        """)
                .param("macs", all.keySet().toArray(String[]::new))
                .param(
                        "persons",
                        all.keySet().stream()
                                .map(mac -> persons.getOrDefault(mac, ""))
                                .toArray(String[]::new))
                .param("orgs", each.stream().map(RosterPlace::org).toArray(String[]::new))
                .param("primary", each.stream().map(RosterPlace::primary).toArray(Boolean[]::new))
                .param("first", days(each, RosterPlace::from))
                .param("last", days(each, RosterPlace::to))
                .param("deleted", each.stream().map(RosterPlace::deleted).toArray(Boolean[]::new))
                .update();
    }

    private static @Nullable String[] days(
            Collection<RosterPlace> places, Function<RosterPlace, @Nullable LocalDate> day) {
        List<@Nullable String> days = new ArrayList<>();
        for (RosterPlace place : places) {
            LocalDate one = day.apply(place);
            days.add(one == null ? null : one.toString());
        }
        return days.toArray(String[]::new);
    }

    /** Remembers that the import's file names those of the persons who were ever taken in, whatever becomes of their lines. */
    void name(String system, Collection<String> keys, ImportId by) {
        jdbc.sql("update command.roster_person set named_by = :import where person_mac = any(:macs)")
                .param("import", by.value())
                .param("macs", keys.stream().map(key -> personMac(system, key)).toArray(String[]::new))
                .update();
    }

    /**
     * Keeps who is, as this source last said, at a school, and was not in the file of that import. Of a school that is
     * no student's home school there the file says nothing, unless it closed: a district may send each school's roster by itself.
     *
     * @param today in the agency's zone
     */
    void keepMissing(String source, ImportId from, LocalDate today) {
        jdbc.sql("""
                        with told as materialized (
                          select distinct org.sourced_id, org.identifier
                            from command.roster_person person join command.roster_place place using (person_mac)
                            join command.roster_org org on org.system_mac = :source and org.sourced_id = place.org
                           where person.system_mac = :source and person.seen_by = :import
                             and (place.is_primary
                                  or not exists (select from command.roster_place other
                                                  where other.person_mac = place.person_mac and other.is_primary))),
                        untold as materialized (
                          select sourced_id from command.roster_org org
                           where system_mac = :source and is_school and not deleted
                             and not exists (select from told
                                              where told.sourced_id = org.sourced_id
                                                 or told.identifier <> '' and told.identifier = org.identifier))
                        insert into command.roster_missing (import_id, person_mac, seen_by, named_by)
                        select :import, person_mac, seen_by, named_by from command.roster_person gone
                         where system_mac = :source and there and named_by is distinct from :import
                           and seen_by is distinct from :import
                           and not exists (select 1 from command.roster_person other
                                            where other.student_id = gone.student_id and other.seen_by = :import)
                           and not exists (select from command.roster_place place
                                            where place.person_mac = gone.person_mac
                                              and place.org in (select sourced_id from untold)
                                              and not place.deleted
                                              and (place.first_day is null or place.first_day <= :today)
                                              and (place.last_day is null or place.last_day >= :today))
                        """)
                .param("source", source)
                .param("import", from.value())
                .param("today", today)
                .update();
    }

    /** Students who were missing from the file, under that entry, and have not been seen, nor taken back, since. */
    List<StudentId> missing(ImportId from) {
        return jdbc.sql(STILL_MISSING.formatted("distinct student_id") + " order by student_id")
                .param("import", from.value())
                .query((row, _) -> new StudentId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The source of an import's missing students, as it is written here; empty where nobody was missing. */
    Optional<String> sourceOfMissing(ImportId from) {
        return jdbc.sql(STILL_MISSING.formatted("system_mac") + " limit 1")
                .param("import", from.value())
                .query(String.class)
                .optional();
    }

    boolean isImport(ImportId id) {
        return jdbc.sql("select count(*) > 0 from command.import where import_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** How a source is written here. */
    String source(String system) {
        return persons.of(system);
    }
}
