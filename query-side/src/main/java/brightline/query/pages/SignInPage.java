package brightline.query.pages;

/**
 * The sign-in form.
 *
 * @param failed the last try was refused
 * @param busy too many were signing in at once
 * @param expired the code did not come within five minutes after the password
 * @param signedOut the reader has just signed out
 */
public record SignInPage(boolean failed, boolean busy, boolean expired, boolean signedOut) {}
