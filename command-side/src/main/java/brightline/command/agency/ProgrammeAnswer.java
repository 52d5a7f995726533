package brightline.command.agency;

/** The programme's rules or coordinator are now as asked. @param stream the agency's */
public record ProgrammeAnswer(String stream) {}
