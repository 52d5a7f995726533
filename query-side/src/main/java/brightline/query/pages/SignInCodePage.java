package brightline.query.pages;

/**
 * The form for the code, after the password.
 *
 * @param wrong the last code was refused
 * @param busy too many were signing in at once
 */
public record SignInCodePage(boolean wrong, boolean busy) {}
