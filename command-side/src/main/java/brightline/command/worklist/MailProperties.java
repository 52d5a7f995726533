package brightline.command.worklist;

import brightline.edge.access.AccountRole;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is told by mail; nobody unless configured. The server itself is {@code spring.mail.host} and what belongs to it.
 *
 * @param from sender's address
 * @param link where the work list is read, up to the item, such as {@code https://brightline.example/inbox/}
 * @param to addresses by role in its text form, such as {@code supervisor}
 */
@ConfigurationProperties("brightline.mail")
record MailProperties(String from, String link, @Nullable Map<String, List<String>> to) {
    List<String> to(AccountRole role) {
        return to == null ? List.of() : to.getOrDefault(role.text(), List.of());
    }
}
