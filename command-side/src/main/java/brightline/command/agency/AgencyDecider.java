package brightline.command.agency;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.agency.AgencySettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about the agency; its state is the settings last said, null before any. */
final class AgencyDecider {
    private AgencyDecider() {}

    static List<AgencyEvent> decide(AgencyCommand command, @Nullable AgencySettings said) {
        return switch (command) {
            case ChangeSettings(var settings) ->
                settings.equals(said) ? List.of() : List.of(new SettingsChanged(settings));
        };
    }

    static AgencySettings evolve(@Nullable AgencySettings said, AgencyEvent event) {
        return switch (event) {
            case SettingsChanged(var settings) -> settings;
        };
    }
}
