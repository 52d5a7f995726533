package brightline.command.submission;

/** A command that, once accepted, is answered 201 with the place of what it created. Its answer is {@link Identified}. */
public interface Creates {}
