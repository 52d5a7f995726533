package brightline.command.agency;

import brightline.command.submission.Versioned;
import brightline.events.agency.AgencySettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings as they now stand.
 *
 * @param version of the agency's stream, for If-Match; null where nothing has been recorded of the agency and the settings are
 *     those of an agency that has said nothing
 */
public record SettingsAnswer(@Nullable Long version, AgencySettings settings) implements Versioned {}
