package brightline.edge.door;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;

/**
 * A request whose body is read whole into memory when somebody first asks for it, up to a limit and within a time, or not at
 * all. The container itself never reads it: it would do so without either, as soon as anybody asks for a parameter.
 */
final class GuardedBody extends HttpServletRequestWrapper {
    private static final int MOST_FIELDS = 500;
    private static final int CHUNK = 8192;

    private final ServletInputStream body;
    private final long limit;
    private final @Nullable Deadline deadline;
    private byte @Nullable [] bytes;
    private @Nullable Map<String, String[]> parameters;

    private GuardedBody(HttpServletRequest request, long limit, @Nullable Deadline deadline) throws IOException {
        super(request);
        // From here on the container takes parameters from the address alone.
        this.body = request.getInputStream();
        this.limit = limit;
        this.deadline = deadline;
    }

    /** As if it had no body; what was sent stays where it is. */
    static GuardedBody unread(HttpServletRequest request) throws IOException {
        return new GuardedBody(request, 0, null);
    }

    /** @param limit in bytes */
    static GuardedBody within(HttpServletRequest request, long limit, Deadline deadline) throws IOException {
        return new GuardedBody(request, limit, deadline);
    }

    /**
     * Reads the body, once.
     *
     * @throws ProblemException 413 when it is longer than may be, 408 when it does not arrive in time, 400 when its sender goes
     */
    byte[] bytes() {
        byte[] read = bytes;
        if (read == null) {
            read = deadline == null ? new byte[0] : read(deadline);
            bytes = read;
        }
        return read;
    }

    private byte[] read(Deadline until) {
        if (getContentLengthLong() > limit) {
            throw new ProblemException(Problem.bodyTooLarge());
        }
        // Grows with what arrives: a length that is only claimed costs nothing.
        var arrived = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = until.read(body, chunk, 0, chunk.length); n >= 0; n = until.read(body, chunk, 0, chunk.length)) {
            arrived.write(chunk, 0, n);
            if (arrived.size() > limit) {
                throw new ProblemException(Problem.bodyTooLarge());
            }
        }
        return arrived.toByteArray();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Held(bytes());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes()), charset()));
    }

    private Charset charset() {
        String named = getCharacterEncoding();
        try {
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new ProblemException(Problem.unsupportedMediaType());
        }
    }

    /** None: a form with files goes to its own route. */
    @Override
    public Collection<Part> getParts() {
        throw new ProblemException(Problem.unsupportedMediaType());
    }

    @Override
    public Part getPart(String name) {
        throw new ProblemException(Problem.unsupportedMediaType());
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** Those of the address first, then those of the form. */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = parameters;
        if (all == null) {
            all = new LinkedHashMap<>(super.getParameterMap());
            if (isForm()) {
                for (Map.Entry<String, List<String>> field : form().entrySet()) {
                    String[] values = field.getValue().toArray(String[]::new);
                    all.merge(field.getKey(), values, GuardedBody::joined);
                }
            }
            all = Collections.unmodifiableMap(all);
            parameters = all;
        }
        return all;
    }

    private static String[] joined(String[] first, String[] then) {
        String[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    private boolean isForm() {
        String type = getContentType();
        return deadline != null
                && type != null
                && type.regionMatches(
                        true,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
    }

    private MultiValueMap<String, String> form() {
        try {
            MultiValueMap<String, String> fields = new FormHttpMessageConverter()
                    .read(null, new Form(new ByteArrayInputStream(bytes()), new HttpHeaders()));
            if (fields.size() > MOST_FIELDS) {
                throw new ProblemException(DoorProblems.malformedForm());
            }
            return fields;
        } catch (IllegalArgumentException | HttpMessageNotReadableException _) {
            throw new ProblemException(DoorProblems.malformedForm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In UTF-8, as every page of ours is. */
    private record Form(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}

    private static final class Held extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Held(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is here already");
        }
    }
}
