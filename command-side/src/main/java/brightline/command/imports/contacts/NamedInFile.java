package brightline.command.imports.contacts;

import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.schema.SchemaMigration;
import brightline.events.ImportId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a file that is being read first named its students, whichever piece of it did. Joins the caller's transaction. */
@Component
final class NamedInFile {
    private final JdbcClient jdbc;
    private final KeyedMac students;
    private final PersonalParts parts;

    NamedInFile(
            DataSource dataSource,
            KeyStore keys,
            PersonalParts parts,
            @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.students = new KeyedMac(keys, "import-named");
        this.parts = parts;
    }

    /** What the file's earlier pieces first said of these students; without those it did not name, and what can be read no more. */
    Map<StudentId, Identity> before(ImportId file, Collection<StudentId> named) {
        Map<String, StudentId> macs = new HashMap<>();
        named.forEach(student -> macs.put(mac(file, student), student));
        Map<SubjectHandle, StudentId> contacts = new HashMap<>();
        if (macs.isEmpty()) {
            return Map.of();
        }
        jdbc.sql("""
                        select student_mac, subject_handle from command.import_named
                         where import_id = :import and student_mac = any(:macs)
                        """)
                .param("import", file.value())
                .param("macs", macs.keySet().toArray(String[]::new))
                .query((row, _) -> contacts.put(
                        new SubjectHandle(row.getObject("subject_handle", UUID.class)),
                        Objects.requireNonNull(macs.get(row.getString("student_mac")))))
                .list();
        Map<StudentId, Identity> said = new HashMap<>();
        parts.identitiesBySubject(contacts.keySet())
                .forEach((contact, identities) -> identities.stream()
                        .filter(Identity::tellsApart)
                        .findFirst()
                        .ifPresent(first -> said.put(Objects.requireNonNull(contacts.get(contact)), first)));
        return said;
    }

    /** Keeps by which contact each was named; who was named before stays so. */
    void keep(ImportId file, Map<StudentId, SubjectHandle> named) {
        if (!named.isEmpty()) {
            jdbc.sql("""
                            insert into command.import_named (import_id, student_mac, subject_handle)
                            select :import, mac, contact
                              from unnest(cast(:macs as text[]), cast(:contacts as uuid[])) as one (mac, contact)
                            on conflict do nothing
                            """)
                    .param("import", file.value())
                    .param(
                            "macs",
                            named.keySet().stream()
                                    .map(student -> mac(file, student))
                                    .toArray(String[]::new))
                    .param(
                            "contacts",
                            named.values().stream().map(SubjectHandle::value).toArray(UUID[]::new))
                    .update();
        }
    }

    private String mac(ImportId file, StudentId student) {
        return students.of(file.toString(), student.toString());
    }
}
