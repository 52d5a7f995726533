package brightline.edge.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code brightline.door.*}: how much anybody at the port may take.
 *
 * @param body the largest body, files apart
 * @param signInBody the largest body of who is not signed in
 * @param bodyWithin how long a body may take to arrive, all of it
 * @param file the largest file with its form
 * @param fileWithin how long a file may take to arrive, all of it
 * @param silence how long a connection may say nothing while it is being read, or take nothing while it is written to
 * @param keepAlive how long a connection may rest between two requests
 * @param connections at most, of everybody
 * @param connectionsPerSource at most from one address, or one /64 of IPv6; a reverse proxy is one source: give it all
 * @param signInsPerSource bodies of sign-ins read at once from one source
 * @param strangersPerSource requests of one source being waited for, answered or sent at once where nobody is signed in
 * @param files uploads taken at once, of everybody
 * @param filesPerAccount uploads taken at once of one account
 * @param requestsPerAccount requests of one account being read, waited for, answered or sent at once
 * @param recording workers that record
 * @param questions workers that answer questions; each holds at most one database connection at a time
 * @param waiting how many more may wait for a worker of a share
 * @param patience how long
 */
@ConfigurationProperties("brightline.door")
public record DoorProperties(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("8KB") DataSize signInBody,
        @DefaultValue("10s") Duration bodyWithin,
        @DefaultValue("513MB") DataSize file,
        @DefaultValue("10m") Duration fileWithin,
        @DefaultValue("5s") Duration silence,
        @DefaultValue("30s") Duration keepAlive,
        @DefaultValue("8192") int connections,
        @DefaultValue("1024") int connectionsPerSource,
        @DefaultValue("64") int signInsPerSource,
        @DefaultValue("64") int strangersPerSource,
        @DefaultValue("4") int files,
        @DefaultValue("2") int filesPerAccount,
        @DefaultValue("256") int requestsPerAccount,
        @DefaultValue("16") int recording,
        @DefaultValue("4") int questions,
        @DefaultValue("256") int waiting,
        @DefaultValue("5s") Duration patience) {}
