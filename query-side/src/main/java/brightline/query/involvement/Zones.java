package brightline.query.involvement;

import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.agency.AgencySettings;
import brightline.query.projection.Recorded;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The zone the agency's dates are read in, as known at each index of the log. */
final class Zones {
    private final List<Recorded> changes = new ArrayList<>();
    private final List<ZoneId> zones = new ArrayList<>();

    /** @param agency the agency's events in order */
    Zones(List<Recorded> agency) {
        for (Recorded recorded : agency) {
            if (recorded.event() instanceof SettingsChanged changed
                    && !changed.settings().zone().equals(latest())) {
                changes.add(recorded);
                zones.add(changed.settings().zone());
            }
        }
    }

    /** The events that changed the zone. */
    List<Recorded> changes() {
        return changes;
    }

    ZoneId at(long index) {
        ZoneId zone = AgencySettings.DEFAULT.zone();
        for (int i = 0; i < changes.size() && changes.get(i).index() <= index; i++) {
            zone = zones.get(i);
        }
        return zone;
    }

    ZoneId latest() {
        return zones.isEmpty() ? AgencySettings.DEFAULT.zone() : zones.getLast();
    }
}
