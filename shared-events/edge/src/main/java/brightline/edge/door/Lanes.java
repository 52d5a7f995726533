package brightline.edge.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Hands a request that was let through to a worker of its share, and sends the answer when the worker has gone on to the next
 * one: a browser that reads slowly holds no worker either. A file arrives, and is answered, without a worker.
 */
public final class Lanes extends OncePerRequestFilter {
    /** What costs next to nothing, and what must be answered whoever else is busy. */
    private static final List<String> AT_ONCE = List.of("/assets/", "/favicon.ico", "/actuator");

    private static final List<String> RECORDING =
            List.of("/api/commands", "/entry", "/password", "/second-factor", "/confirm-it-is-you");

    private final Lane recording;
    private final Lane questions;
    private final Lane door;
    private final AtOnce strangersOfSource;
    private final AtOnce filesOfAccount;
    private final AtOnce files;

    Lanes(DoorProperties properties, Lane recording, Lane questions, Lane door) {
        this.recording = recording;
        this.questions = questions;
        this.door = door;
        this.strangersOfSource = new AtOnce(properties.strangersPerSource(), DoorProblems::tooManyFromThere);
        this.filesOfAccount = new AtOnce(properties.filesPerAccount(), DoorProblems::tooManyFiles);
        this.files = new AtOnce(properties.files(), DoorProblems::tooManyFiles);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = BodyGate.path(request);
        String account = request.getRemoteUser();
        if (AT_ONCE.stream().anyMatch(path::startsWith)) {
            // Meters look at what records, not at what the door may see.
            (account == null ? Share.DOOR : Share.RECORDING).serve(() -> chain.doFilter(request, response));
        } else if (account == null) {
            strangersOfSource.run(Source.of(request.getRemoteAddr()), () -> inLane(door, request, response, chain));
        } else if (WebUtils.getNativeRequest(request, GuardedFile.class) != null) {
            filesOfAccount.run(
                    account,
                    () -> files.run("all", () -> Share.RECORDING.serve(() -> chain.doFilter(request, response))));
        } else {
            inLane(isQuestion(request) ? questions : recording, request, response, chain);
        }
    }

    /** Whether a request is a question: what is answered by the workers of {@link Share#QUESTIONS} once somebody is signed in. */
    public static boolean isQuestion(HttpServletRequest request) {
        String path = BodyGate.path(request);
        return AT_ONCE.stream().noneMatch(path::startsWith)
                && RECORDING.stream().noneMatch(path::startsWith);
    }

    private static void inLane(Lane lane, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        lane.run(() -> chain.doFilter(request, held));
        held.copyBodyToResponse();
    }
}
