package brightline.command.student;

import brightline.command.interaction.NumbersInUse;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Streams;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class StudentConfiguration {
    /** Axon's configuration comes lazily: it in turn looks for command handlers. */
    @Bean
    StudentRecorder studentRecorder(
            @Lazy org.axonframework.config.Configuration axon,
            Streams streams,
            ListedStudents list,
            PersonalParts parts,
            StudentIndex index) {
        return new StudentRecorder(axon, streams, list, parts, index);
    }

    @Bean
    StudentDesk studentDesk(
            ReferenceRegister register,
            PersonalParts parts,
            StudentIndex index,
            StudentRecorder recorder,
            Joining joining,
            NumbersInUse numbers,
            AnswersAboutStudents answers) {
        return new StudentDesk(register, parts, index, recorder, joining, numbers, answers);
    }
}
