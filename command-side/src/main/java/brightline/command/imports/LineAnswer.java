package brightline.command.imports;

/** What a line of contacts that can be read comes to: a contact, or a reason to leave it. */
sealed interface LineAnswer permits ImportedContact, OutOfScope {}
