package brightline.edge.access;

import brightline.edge.problem.RequestIdFilter;
import java.sql.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps who was shown something of a person: in {@code access.read_audit} and as a line of the access log. To be written before
 * the answer leaves: where it cannot be written, nothing is answered.
 */
public final class ReadAudit {
    private final JdbcClient jdbc;

    ReadAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records one search.
     *
     * @param action what was done, such as {@code student-search.name}; never what was searched for
     * @param schools codes of the schools it was limited to; null when it was not
     * @param found how many persons the answer names
     * @throws org.springframework.dao.DataAccessException when it cannot be kept
     */
    public void searched(CurrentActor actor, String action, @Nullable Set<String> schools, int found) {
        String requestId = RequestIdFilter.current();
        jdbc.sql("""
                        insert into access.read_audit (account_id, role, action, schools, found, request_id)
                        values (:account, :role, :action, cast(:schools as text[]), :found, :request)
                        """)
                .param("account", actor.accountId())
                .param("role", actor.role().text())
                .param("action", action)
                .param("schools", schools == null ? null : schools.toArray(String[]::new))
                .param("found", found)
                .param("request", requestId, Types.VARCHAR)
                .update();
        AccessLog.searched(actor, action, schools, found);
    }
}
