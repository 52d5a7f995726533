package brightline.command.agency;

import brightline.events.agency.AgencySettings;

/** The settings as they now stand. */
public record SettingsAnswer(AgencySettings settings) {}
