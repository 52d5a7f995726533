package brightline.edge.access;

/**
 * An account just made, with its first password in clear. It is not to be had again.
 *
 * @param firstPassword about 99 random bits; letters, digits and hyphens only
 */
public record NewAccount(Account account, String firstPassword) {
    @Override
    public String toString() {
        return "NewAccount[" + account + ", [redacted]]";
    }
}
