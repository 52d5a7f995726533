package brightline.edge.door;

import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * HTTP as the container speaks it, with no more connections from one {@link Source} than it may have and {@link AnswerHeaders} on
 * every answer.
 */
public final class DoorProtocol extends Http11NioProtocol {
    /** Made by the container, by name. */
    public DoorProtocol() {
        super(new Endpoint());
    }

    /** @param most connections of one source at once; 0 for any number */
    void setConnectionsPerSource(int most) {
        ((Endpoint) getEndpoint()).most = most;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new AnswerHeaders(adapter));
    }

    /** Counts when a connection is taken, in the one thread that takes them. */
    private static final class Endpoint extends NioEndpoint {
        private static final int MANY_SOURCES = 10_000;

        private final Map<String, Set<SocketChannel>> open = new HashMap<>();
        private volatile int most;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (admits(socket)) {
                return super.setSocketOptions(socket);
            }
            // Nobody knows it yet, and so nobody else would close it.
            destroySocket(socket);
            return false;
        }

        private boolean admits(SocketChannel socket) {
            if (most == 0) {
                return true;
            }
            if (open.size() > MANY_SOURCES) {
                open.values().removeIf(channels -> channels.stream().noneMatch(SocketChannel::isOpen));
            }
            Set<SocketChannel> channels =
                    open.computeIfAbsent(Source.of(socket.socket().getInetAddress()), _ -> new HashSet<>());
            channels.removeIf(channel -> !channel.isOpen());
            return channels.size() < most && channels.add(socket);
        }
    }
}
