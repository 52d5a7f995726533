package brightline.edge.keys;

import static java.util.Locale.ROOT;

import brightline.events.StudentId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the key store as an earlier release left it. */
public final class EarlierRelease {
    private EarlierRelease() {}

    /** Lets the student be registered under the number as it is written but for case and outer blanks. */
    public static void index(KeyStore store, DataSource keys, String number, StudentId student) {
        JdbcClient.create(keys)
                .sql("update keys.student set blind_index = ? where student_id = ?")
                .params(
                        Cipher256.hmac(
                                store.named("blind-index"), number.strip().toUpperCase(ROOT)),
                        student.value())
                .update();
    }

    /** Nothing was indexed again yet. */
    public static void forgetProgress(DataSource keys) {
        JdbcClient.create(keys).sql("delete from keys.number_form").update();
    }
}
