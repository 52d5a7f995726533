package brightline.edge.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code brightline.*} settings of the way in.
 *
 * @param demo whether HTTP Basic is taken
 * @param tls whether browsers reach us over TLS, directly or through a proxy: session cookies are then Secure and {@code
 *     __Host-}
 * @param hosts names by which browsers and programs reach us, such as that of a reverse proxy; see {@link HostNames} for those
 *     that need not be named
 * @param session how long sessions last, and how many there may be
 * @param access how somebody is proven
 */
@ConfigurationProperties("brightline")
public record AccessProperties(
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean tls,
        @DefaultValue List<String> hosts,
        @DefaultValue Session session,
        @DefaultValue Access access) {
    /**
     * @param passwordHash the kind of the hashes that are made; {@code pbkdf2} where FIPS 140 is asked for
     * @param secondFactor whether accounts must have one; null for what is usual: required, but in demonstrations
     */
    public record Access(
            @DefaultValue("argon2id") Passwords.Kind passwordHash,
            @Nullable SecondFactor secondFactor) {}

    /** Whether an account needs a second factor. */
    enum SecondFactor {
        /** Whoever has none sets one up before anything else. */
        REQUIRED,
        /** Whoever wants one may. */
        OFFERED
    }

    boolean secondFactorRequired() {
        SecondFactor chosen = access.secondFactor();
        return chosen == null ? !demo : chosen == SecondFactor.REQUIRED;
    }

    /**
     * @param idle ends a session nobody uses
     * @param longest ends every session
     * @param most are open at once, of all accounts together
     * @param fresh how long after a sign-in or a confirmation nobody is asked again who it is
     */
    public record Session(
            @DefaultValue("15m") Duration idle,
            @DefaultValue("12h") Duration longest,
            @DefaultValue("5000") int most,
            @DefaultValue("10m") Duration fresh) {}
}
