package brightline.command.student;

import brightline.command.register.ReferenceRegister;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class StudentConfiguration {
    /** Axon's configuration and store come lazily: they in turn look for command handlers. */
    @Bean
    StudentDesk studentDesk(
            @Lazy org.axonframework.config.Configuration axon,
            @Lazy EventStore log,
            ReferenceRegister register,
            PersonalParts parts,
            StudentIndex index) {
        return new StudentDesk(axon, log, register, parts, index);
    }
}
