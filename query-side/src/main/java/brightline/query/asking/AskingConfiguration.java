package brightline.query.asking;

import brightline.edge.door.DoorConfiguration;
import brightline.edge.store.IndexFence;
import brightline.query.projection.AwaitedPositions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between who asks and who answers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(BudgetProperties.class)
class AskingConfiguration {
    @Bean
    AwaitedIndex awaitedIndex(IndexFence fence, AwaitedPositions positions, BudgetProperties budgets) {
        return new AwaitedIndex(fence, positions, budgets);
    }

    @Bean
    QuestionBudget questionBudget(BudgetProperties budgets) {
        return new QuestionBudget(budgets);
    }

    @Bean
    FilterRegistrationBean<AwaitedIndex> awaitedIndexFilter(AwaitedIndex filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(DoorConfiguration.WAITING_ORDER);
        return registration;
    }

    /** Behind the waiting for an index: who waits for one has no turn. */
    @Bean
    FilterRegistrationBean<QuestionBudget> questionBudgetFilter(QuestionBudget filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(DoorConfiguration.WAITING_ORDER + 2);
        return registration;
    }
}
