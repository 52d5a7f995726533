package brightline.events;

/** What a student was in an incident; not the role of an account, and not the capacity of an officer. */
public enum InvolvementRole {
    SUBJECT,
    VICTIM,
    WITNESS,
    REPORTER,
    BYSTANDER
}
