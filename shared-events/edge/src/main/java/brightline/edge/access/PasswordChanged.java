package brightline.edge.access;

import java.util.UUID;

/**
 * The owner of an account has chosen another password: an application event, published when it is stored.
 *
 * @param accountId whose password it was
 */
public record PasswordChanged(UUID accountId) {}
