package brightline.command.clash;

import brightline.command.student.ListedStudents;
import brightline.command.submission.Commands;
import brightline.edge.clock.Regularly;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the program does by itself about numbers of two. */
@Configuration(proxyBeanMethods = false)
class ClashConfiguration {
    /** Once at the start for most; again where a database was away. */
    @Bean
    SmartLifecycle numbersIndexedAgain(
            StudentIndex index, ListedStudents list, PersonalParts parts, Commands commands) {
        NumbersIndexedAgain numbers = new NumbersIndexedAgain(index, list, parts, commands);
        return new Regularly(
                NumbersIndexedAgain.NAME, Duration.ofMinutes(1), SmartLifecycle.DEFAULT_PHASE, numbers::run);
    }
}
