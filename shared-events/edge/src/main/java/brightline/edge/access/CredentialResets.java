package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the owner of an account is told after signing in: that somebody else gave it another password or removed its second factor, when
 * and who. All of the last thirty days are told whenever one is new: whoever signed in after one of them was told of it, and need not
 * have been the owner.
 *
 * @param resets the newest first
 */
public record CredentialResets(List<Reset> resets) implements Serializable {
    private static final String ATTRIBUTE = CredentialResets.class.getName();

    /** What was reset. */
    public enum What {
        PASSWORD,
        SECOND_FACTOR
    }

    /** One of them. @param by user name of the account that did it; null where the installation did */
    public record Reset(What what, Instant at, @Nullable String by) implements Serializable {}

    public CredentialResets {
        resets = List.copyOf(resets);
    }

    /** Keeps that whoever asks reset it. What was told and is older than thirty days is told no more. */
    static void remember(JdbcClient jdbc, UUID account, What what) {
        CurrentActor actor = CurrentActor.orNull();
        jdbc.sql("""
                        with past as (delete from access.credential_reset
                                       where account_id = :id and told and reset_at < now() - interval '30 days')
                        insert into access.credential_reset (account_id, what, reset_by) values (:id, :what, :by)""")
                .param("id", account)
                .param("what", what.name())
                .param("by", actor == null ? null : actor.accountId(), Types.OTHER)
                .update();
    }

    /** Null when none is new. */
    static @Nullable CredentialResets take(JdbcClient jdbc, UUID account) {
        int untold = jdbc.sql("update access.credential_reset set told = true where account_id = :id and not told")
                .param("id", account)
                .update();
        return untold == 0
                ? null
                : new CredentialResets(jdbc.sql("""
                                select what, reset_at, username from access.credential_reset
                                  left join access.account on account.id = reset_by
                                 where account_id = :id and reset_at > now() - interval '30 days'
                                 order by reset_at desc limit 10""")
                        .param("id", account)
                        .query((row, _) -> new Reset(
                                What.valueOf(row.getString("what")),
                                row.getObject("reset_at", OffsetDateTime.class).toInstant(),
                                row.getString("username")))
                        .list());
    }

    /** Leaves it for the first page of the session. */
    void tell(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What is to be told on the page being made; null when nothing is, or it was told already. */
    public static @Nullable CredentialResets toTell(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof CredentialResets told)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return told;
    }
}
