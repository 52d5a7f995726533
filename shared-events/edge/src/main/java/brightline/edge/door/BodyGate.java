package brightline.edge.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the sign-in and decides what may be read of a body at all: of somebody who shows neither token nor session
 * nothing, unless it is the sign-in itself; of others as much as their routes take. Reads nothing.
 */
final class BodyGate extends OncePerRequestFilter {
    private final DoorProperties properties;
    private final Set<OpenForm> openForms;
    private final Set<FileRoute> fileRoutes;
    private final AtOnce signInsOfSource;

    /** @param openForms what is read of who is not signed in */
    BodyGate(DoorProperties properties, Set<OpenForm> openForms, Set<FileRoute> fileRoutes) {
        this.properties = properties;
        this.openForms = Set.copyOf(openForms);
        this.fileRoutes = Set.copyOf(fileRoutes);
        this.signInsOfSource = new AtOnce(properties.signInsPerSource(), DoorProblems::tooManySignIns);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Share.DOOR.serve(() -> {
            if (isSignIn(request)) {
                // Taken in hand before it may be refused: else the page of the refusal would have the container read
                // it, without end.
                GuardedBody form = GuardedBody.within(
                        request, properties.signInBody().toBytes(), Deadline.in(properties.bodyWithin()));
                signInsOfSource.run(Source.of(request.getRemoteAddr()), () -> chain.doFilter(form, response));
            } else if (isUnknown(request)) {
                chain.doFilter(GuardedBody.unread(request), response);
            } else if (isFile(request)) {
                chain.doFilter(new GuardedFile(request, Deadline.in(properties.fileWithin())), response);
            } else {
                chain.doFilter(
                        GuardedBody.within(request, properties.body().toBytes(), Deadline.in(properties.bodyWithin())),
                        response);
            }
        });
    }

    private boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name()) && openForms.contains(new OpenForm(path(request)));
    }

    private static boolean isUnknown(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && !request.isRequestedSessionIdValid();
    }

    private boolean isFile(HttpServletRequest request) {
        return isMultipart(request)
                && request.getMethod().equals(HttpMethod.POST.name())
                && fileRoutes.contains(new FileRoute(path(request)));
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
