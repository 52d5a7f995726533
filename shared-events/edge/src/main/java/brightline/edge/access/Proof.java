package brightline.edge.access;

/** What whoever asks must have shown of who they are. */
public enum Proof {
    /** Signed in, by whatever means. */
    SIGNED_IN,
    /** In a session, lately again: who finds a screen unlocked has not. Tokens and HTTP Basic show theirs each time. */
    AFRESH,
    /** The same, and by no token: what would make a way in of a token, that outlives it or is wider. */
    BY_PERSON;

    /** Whether a session must have shown it lately. */
    boolean isFresh() {
        return this != SIGNED_IN;
    }
}
