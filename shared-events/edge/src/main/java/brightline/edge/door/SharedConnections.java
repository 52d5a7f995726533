package brightline.edge.door;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** The database as everybody sees it: connections come from the pool of the {@link Share} that the thread works for. */
final class SharedConnections extends AbstractRoutingDataSource {
    SharedConnections(
            HikariDataSource recording,
            HikariDataSource projecting,
            HikariDataSource questions,
            HikariDataSource door) {
        setTargetDataSources(Map.of(
                Share.RECORDING, recording,
                Share.PROJECTING, projecting,
                Share.QUESTIONS, questions,
                Share.DOOR, door));
        setDefaultTargetDataSource(recording);
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return Share.current();
    }
}
