package brightline.edge.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Opens a session, under a new id, for who has signed in; nothing else opens one. An account has ten at most: the eleventh ends
 * the oldest. All have as many as the installation allows; beyond that, who signs in comes back later.
 */
final class OpenSessions implements SessionAuthenticationStrategy, MeterBinder {
    static final int PER_ACCOUNT = 10;

    private static final String SEAT = OpenSessions.class.getName();

    private final int most;
    private final SignInGuard guard;
    private final FreshProofs proofs;
    private final Accounts accounts;
    private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final Map<UUID, Deque<Seat>> seats = new HashMap<>();
    private int taken;

    /** @param most sessions open at once, of all accounts */
    OpenSessions(int most, SignInGuard guard, FreshProofs proofs, Accounts accounts) {
        this.most = most;
        this.guard = guard;
        this.proofs = proofs;
        this.accounts = accounts;
    }

    /** Whether nobody gets a session now. */
    synchronized boolean isFull() {
        return taken >= most;
    }

    synchronized int count() {
        return taken;
    }

    /** @throws SignInLater when nobody gets a session now */
    @Override
    public void onAuthentication(
            @Nullable Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (!(authentication instanceof SignedIn signedIn)) {
            return;
        }
        endOfAnother(request.getSession(false), signedIn.actor().accountId());
        newId.onAuthentication(authentication, request, response);
        if (request.getSession(false) == null && isFull()) {
            throw SignInLater.busyNow();
        }
        UUID account = signedIn.actor().accountId();
        HttpSession session = request.getSession();
        session.setAttribute(SEAT, new Seat(account, session));
        proofs.shown(session);
        beyond(account).forEach(OpenSessions::end);
        WrongSignIns wrong = guard.takeWrong(account);
        if (wrong != null) {
            wrong.tell(session);
        }
        CredentialResets resets = accounts.takeResets(account);
        if (resets != null) {
            resets.tell(session);
        }
    }

    /** What a session keeps is for the account it was opened for. */
    private static void endOfAnother(@Nullable HttpSession session, UUID account) {
        if (session != null && session.getAttribute(SEAT) instanceof Seat seat && !seat.account.equals(account)) {
            end(session);
        }
    }

    /** Sessions of the account that are too many, the oldest. */
    private synchronized List<HttpSession> beyond(UUID account) {
        Deque<Seat> own = seats.getOrDefault(account, new ArrayDeque<>());
        List<HttpSession> oldest = new ArrayList<>();
        own.stream().limit(Math.max(0, own.size() - PER_ACCOUNT)).forEach(seat -> oldest.add(seat.session));
        return oldest;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // It has ended by itself.
        }
    }

    private synchronized void take(Seat seat) {
        seats.computeIfAbsent(seat.account, _ -> new ArrayDeque<>()).addLast(seat);
        taken++;
    }

    private synchronized void leave(Seat seat) {
        Deque<Seat> own = seats.get(seat.account);
        if (own != null && own.remove(seat)) {
            taken--;
            if (own.isEmpty()) {
                seats.remove(seat.account);
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("sessions.open", this, OpenSessions::count)
                .description("Sessions of signed-in accounts")
                .register(registry);
    }

    /** Held by a session as long as it lasts, however it ends. */
    private final class Seat implements HttpSessionBindingListener {
        final UUID account;
        final HttpSession session;

        Seat(UUID account, HttpSession session) {
            this.account = account;
            this.session = session;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            take(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            leave(this);
        }
    }
}
