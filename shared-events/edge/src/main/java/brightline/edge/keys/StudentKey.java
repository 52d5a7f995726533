package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.events.IncidentId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One student's key, unwrapped: opens the keys of the student's cases and says which cases those are. */
final class StudentKey {
    private final StudentId student;
    private final byte[] key;
    private final List<StudentKey> others;

    /** @param others of those who turned out to be the student */
    StudentKey(StudentId student, byte[] key, List<StudentKey> others) {
        this.student = student;
        this.key = key;
        this.others = List.copyOf(others);
    }

    /** That no case of such a student can begin. */
    static IllegalStateException destroyed() {
        return new IllegalStateException("The key of a student was destroyed: no case of the student can begin");
    }

    StudentId student() {
        return student;
    }

    byte[] wrap(byte[] caseKey, SubjectHandle subject, Part part) {
        return Cipher256.wrap(key, caseKey, associated(subject, part));
    }

    Optional<byte[]> unwrap(byte[] wrapped, SubjectHandle subject, Part part) {
        return Cipher256.unwrap(key, wrapped, associated(subject, part));
    }

    private byte[] associated(SubjectHandle subject, Part part) {
        return ("v1|student|" + student + "|case|" + subject + "|" + part).getBytes(UTF_8);
    }

    byte[] sealHandle(SubjectHandle subject) {
        UUID handle = subject.value();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(handle.getMostSignificantBits())
                .putLong(handle.getLeastSignificantBits())
                .array();
        return Cipher256.wrap(handles(), bytes, links());
    }

    Optional<SubjectHandle> openHandle(byte[] sealed) {
        return Cipher256.unwrap(handles(), sealed, links()).map(opened -> {
            ByteBuffer bytes = ByteBuffer.wrap(opened);
            return new SubjectHandle(new UUID(bytes.getLong(), bytes.getLong()));
        });
    }

    private byte[] handles() {
        return Cipher256.hmac(key, "handles");
    }

    private byte[] links() {
        return ("v1|handle|" + student).getBytes(UTF_8);
    }

    /** The student's place in the incident: the same each time, and under no other student's key. */
    byte[] claim(IncidentId incident) {
        return Cipher256.hmac(Cipher256.hmac(key, "incident"), incident.toString());
    }

    /** The places in the incident that others hold who turned out to be the student. */
    List<byte[]> claimsOfOthers(IncidentId incident) {
        return others.stream().map(other -> other.claim(incident)).toList();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
