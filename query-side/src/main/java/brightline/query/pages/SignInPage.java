package brightline.query.pages;

/** The sign-in form. @param failed the last try was refused @param signedOut the reader has just signed out */
public record SignInPage(boolean failed, boolean signedOut) {}
