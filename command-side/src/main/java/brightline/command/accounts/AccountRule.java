package brightline.command.accounts;

import brightline.command.submission.Rule;

/** What can refuse a command about an account. The rules are ours (ADR 37). */
public enum AccountRule implements Rule {
    USERNAME_TAKEN(
            "An account has that username already",
            "Choose another username, or reset the password of the account there is."),
    TOO_MANY_TOKENS("This account has 20 good tokens already", "End one that is not used any more."),
    /** Who keeps accounts decides about everybody's rights but the own. */
    OWN_RIGHTS(
            "Nobody changes the rights of the account they are signed in with",
            "Have another system administrator change them."),
    /** Rights that read cases, or that give such rights, take two. */
    SECOND_PERSON(
            "Whoever asked for rights or gave them alone does not decide about them, and neither does the account that has them",
            "Have another system administrator grant or refuse them."),
    /** Whoever decides is to decide about what stands on the page before them. */
    DECIDE_FIRST(
            "Other rights of this account wait for a second person",
            "Have another system administrator grant or refuse those first, then ask for these."),
    NOTHING_WAITS("Nothing waits for a decision at this account", "Load the accounts again to see what was decided."),
    /** Who sits at an open session is to know the password that it is changed by. */
    OWN_ACCOUNT(
            "This is the account you are signed in with",
            "Change your password at /password, and your second factor at /second-factor."),
    LAST_SYSADMIN(
            "This is the last open account that keeps accounts",
            "Make another system administrator first, and have that person sign in.");

    private final Words words;

    AccountRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
