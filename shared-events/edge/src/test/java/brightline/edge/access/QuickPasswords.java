package brightline.edge.access;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A password hash costs a hundredth of what it should where this class is on the class path: in tests, and in the programs they start. Spring finds it by
 * {@code META-INF/spring.factories}; nothing of it is in a jar that is run in earnest. Who tries what a hash costs sets
 * {@link #IN_EARNEST}.
 */
public final class QuickPasswords implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** With this property hashes are made as in an installation. */
    public static final String IN_EARNEST = "brightline.tests.passwords-in-earnest";

    private static final String BEAN = "passwords";
    private static final Passwords.Cost QUICK = new Passwords.Cost(194, 1, 6_000);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty(IN_EARNEST, Boolean.class, false)) {
            return;
        }
        Passwords.Kind kind = Binder.get(context.getEnvironment())
                .bind("brightline.access.password-hash", Passwords.Kind.class)
                .orElse(Passwords.Kind.ARGON2ID);
        context.addBeanFactoryPostProcessor(beans -> {
            if (beans.containsBeanDefinition(BEAN)) {
                var registry = (BeanDefinitionRegistry) beans;
                registry.removeBeanDefinition(BEAN);
                registry.registerBeanDefinition(
                        BEAN, new RootBeanDefinition(Passwords.class, () -> new Passwords(kind, QUICK)));
            }
        });
    }
}
