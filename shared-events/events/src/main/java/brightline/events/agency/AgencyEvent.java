package brightline.events.agency;

import brightline.events.EventName;

/** What can happen to the installation itself. */
public sealed interface AgencyEvent {
    /** The stream all of them stand in: there is one agency per installation. */
    String STREAM = "agency";

    /** The agency said how it counts and what binds it. Takes effect for all records, earlier ones too. */
    @EventName("agency.settings-changed")
    record SettingsChanged(AgencySettings settings) implements AgencyEvent {}
}
