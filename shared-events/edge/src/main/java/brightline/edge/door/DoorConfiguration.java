package brightline.edge.door;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** The door of an application that serves HTTP; {@link DoorProperties} say how much it takes. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:brightline/door.properties")
@EnableConfigurationProperties({DoorProperties.class, DataSourceProperties.class})
public class DoorConfiguration {
    /** Just inside the request id, and outside Spring Security, which stands at -100. */
    public static final int GATE_ORDER = Ordered.HIGHEST_PRECEDENCE + 60;

    /** Behind Spring Security, on a thread that may wait. */
    public static final int WAITING_ORDER = -90;

    private static final int READING_ORDER = -85;
    private static final int LANES_ORDER = -80;

    /** Pages that are shown before anybody signs in. */
    private static final int DOOR_WORKERS = 2;

    private static final int DOOR_CONNECTIONS = 4;

    /** One more than workers, for what looks after a request has gone. */
    private static final int SPARE_CONNECTIONS = 2;

    /** The container as the door has it: threads that may wait, time-outs, as many connections as each side may have. */
    @Bean
    @Order(10)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerDoor(DoorProperties properties) {
        return factory -> {
            factory.setProtocol(DoorProtocol.class.getName());
            factory.addEngineValves(new LingeringClose());
            factory.addProtocolHandlerCustomizers(handler -> {
                var protocol = (DoorProtocol) handler;
                protocol.setExecutor(new VirtualThreadExecutor("door-"));
                protocol.setConnectionsPerSource(properties.connectionsPerSource());
                protocol.setMaxConnections(properties.connections());
                int silence = Math.toIntExact(properties.silence().toMillis());
                protocol.setConnectionTimeout(silence);
                protocol.setConnectionUploadTimeout(silence);
                protocol.setDisableUploadTimeout(false);
                protocol.setKeepAliveTimeout(
                        Math.toIntExact(properties.keepAlive().toMillis()));
                // A body that nobody read is not read by the container either; LingeringClose lets its sender finish.
                protocol.setMaxSwallowSize(0);
            });
        };
    }

    @Bean
    FilterRegistrationBean<BodyGate> bodyGate(
            DoorProperties properties, ObjectProvider<OpenForm> openForms, ObjectProvider<FileRoute> fileRoutes) {
        return at(
                GATE_ORDER,
                new BodyGate(
                        properties,
                        openForms.stream().collect(Collectors.toSet()),
                        fileRoutes.stream().collect(Collectors.toSet())));
    }

    @Bean
    FilterRegistrationBean<BodyReading> bodyReading(DoorProperties properties) {
        return at(READING_ORDER, new BodyReading(properties));
    }

    @Bean(defaultCandidate = false)
    @Qualifier("recording")
    Lane recordingLane(DoorProperties properties) {
        return new Lane(Share.RECORDING, properties.recording(), properties.waiting(), properties.patience());
    }

    @Bean(defaultCandidate = false)
    @Qualifier("questions")
    Lane questionsLane(DoorProperties properties) {
        return new Lane(Share.QUESTIONS, properties.questions(), properties.waiting(), properties.patience());
    }

    @Bean(defaultCandidate = false)
    @Qualifier("door")
    Lane doorLane(DoorProperties properties) {
        return new Lane(Share.DOOR, DOOR_WORKERS, properties.waiting(), properties.patience());
    }

    @Bean
    FilterRegistrationBean<Lanes> lanes(
            DoorProperties properties,
            @Qualifier("recording") Lane recording,
            @Qualifier("questions") Lane questions,
            @Qualifier("door") Lane door) {
        return at(LANES_ORDER, new Lanes(properties, recording, questions, door));
    }

    /** The lanes are nobody's candidates, and so would not be asked for meters. */
    @Bean
    MeterBinder laneMeters(
            @Qualifier("recording") Lane recording,
            @Qualifier("questions") Lane questions,
            @Qualifier("door") Lane door) {
        return registry -> List.of(recording, questions, door).forEach(lane -> lane.bindTo(registry));
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** Under the name that Spring MVC looks for. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver fileForms(DoorProperties properties) {
        return new FileForms(properties.file().toBytes());
    }

    /** No candidate for anybody who just wants a database. */
    @Bean(defaultCandidate = false)
    @Qualifier("recording")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource recordingConnections(DataSourceProperties database) {
        HikariDataSource pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName(Share.RECORDING.text());
        return pool;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("projecting")
    HikariDataSource projectingConnections(
            @Qualifier("recording") HikariDataSource recording, Environment environment) {
        return like(recording, Share.PROJECTING, recording.getMaximumPoolSize(), environment);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("questions")
    HikariDataSource questionsConnections(
            @Qualifier("recording") HikariDataSource recording, DoorProperties properties, Environment environment) {
        return like(recording, Share.QUESTIONS, properties.questions() + SPARE_CONNECTIONS, environment);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("door")
    HikariDataSource doorConnections(@Qualifier("recording") HikariDataSource recording, Environment environment) {
        return like(recording, Share.DOOR, DOOR_CONNECTIONS, environment);
    }

    /** Under the share's own login, {@code brightline.logins.<share>.username} and {@code .password}, where one is named. */
    private static HikariDataSource like(
            HikariDataSource recording, Share share, int connections, Environment environment) {
        var settings = new HikariConfig();
        recording.copyStateTo(settings);
        String login = "brightline.logins." + share.text();
        settings.setUsername(environment.getProperty(login + ".username", recording.getUsername()));
        settings.setPassword(environment.getProperty(login + ".password", recording.getPassword()));
        settings.setPoolName(share.text());
        settings.setMaximumPoolSize(connections);
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }

    /** The database, whoever asks. */
    @Bean
    DataSource dataSource(
            @Qualifier("recording") HikariDataSource recording,
            @Qualifier("projecting") HikariDataSource projecting,
            @Qualifier("questions") HikariDataSource questions,
            @Qualifier("door") HikariDataSource door) {
        return new SharedConnections(recording, projecting, questions, door);
    }
}
