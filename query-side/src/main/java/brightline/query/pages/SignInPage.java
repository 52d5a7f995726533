package brightline.query.pages;

/**
 * The sign-in form.
 *
 * @param failed the last try was refused
 * @param busy too many were signing in at once
 * @param signedOut the reader has just signed out
 */
public record SignInPage(boolean failed, boolean busy, boolean signedOut) {}
