package brightline.command.imports;

import brightline.command.officer.OfficerRecorder;
import brightline.command.register.ReferenceRegister;
import brightline.command.student.StudentRecorder;
import brightline.command.submission.Commands;
import brightline.edge.clock.RecordingClock;
import brightline.edge.door.FileRoute;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.SealedText;
import brightline.edge.keys.StudentIndex;
import brightline.edge.schema.SchemaMigration;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports put together. Files wait in the directory {@code brightline.imports.directory}. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    private static final String FILES = "/api/commands/imports";

    @Bean
    ImportLedger importLedger(
            DataSource dataSource, KeyStore keys, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        return new ImportLedger(JdbcClient.create(dataSource), new SealedText(keys, "import-file-name"));
    }

    /** Axon's configuration and log come lazily: they in turn look for command handlers. */
    @Bean
    ImportDesk importDesk(
            @Lazy org.axonframework.config.Configuration axon,
            @Lazy EventStore log,
            ImportLedger ledger,
            ReferenceRegister register,
            PersonalParts parts,
            StudentIndex index,
            RecordingClock clock) {
        return new ImportDesk(
                axon,
                ledger,
                new LineRecorder(new ProvisionalSchools(axon, register), ledger, register, parts, index, log, clock));
    }

    @Bean
    OneRosterLedger oneRosterLedger(
            DataSource dataSource, KeyStore keys, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        return new OneRosterLedger(JdbcClient.create(dataSource), new KeyedMac(keys, "roster-person"));
    }

    @Bean
    OneRosterDesk oneRosterDesk(
            @Lazy org.axonframework.config.Configuration axon,
            ImportLedger ledger,
            OneRosterLedger rosters,
            ReferenceRegister register,
            StudentIndex index,
            StudentRecorder recorder) {
        return new OneRosterDesk(ledger, rosters, new ProvisionalSchools(axon, register), index, recorder);
    }

    @Bean
    ReferenceDesk referenceDesk(
            @Lazy org.axonframework.config.Configuration axon,
            ImportLedger ledger,
            ReferenceRegister register,
            OfficerRecorder officers) {
        return new ReferenceDesk(axon, ledger, register, officers);
    }

    @Bean
    Spool importSpool(@Value("${brightline.imports.directory:var/imports}") Path directory) {
        return new Spool(directory);
    }

    @Bean
    ImportRunner importRunner(
            Commands commands,
            ImportLedger ledger,
            OneRosterLedger rosters,
            Spool spool,
            ReferenceRegister register,
            RecordingClock clock,
            MeterRegistry registry) {
        return new ImportRunner(commands, ledger, rosters, spool, register, clock, new ImportMeters(registry));
    }

    @Bean
    Imports imports(Commands commands, Spool spool, ImportLedger ledger, ImportRunner runner) {
        return new Imports(commands, spool, ledger, runner);
    }

    @Bean
    FileRoute importFiles() {
        return new FileRoute(FILES);
    }
}
