package brightline.command.roster;

import brightline.events.RosterListId;

/** Which list it was. */
public record RosterListAnswer(RosterListId list) {}
