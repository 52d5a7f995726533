package brightline.edge.access;

import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.UUID;

/**
 * Rights of an account that wait for a second person.
 *
 * @param alone they act already, given by one person alone, and wait to be confirmed; else they wait to be granted
 * @param by account that asked for them, or gave them
 * @param since when that was
 */
public record AskedRights(UUID account, AccountRights rights, boolean alone, UUID by, Instant since) {}
