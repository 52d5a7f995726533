package brightline.command.endpoint;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Commands;
import brightline.command.submission.Requests;
import brightline.edge.clock.RecordingClock;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints that return commands, for Spring MVC and for the API's description. */
@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Sender.class, RegisterEdition.class);
    }

    @Bean
    Today today(RecordingClock clock, ReferenceRegister register) {
        return new Today(clock, register);
    }

    @Bean
    EndpointDescription endpointDescription(JsonMapper json) {
        return new EndpointDescription(json);
    }

    /** A finding's pointer names a field as JSON does. */
    @Bean
    static ValidationConfigurationCustomizer namesAsInJson() {
        return configuration -> {
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                hibernate.propertyNodeNameProvider(EndpointConfiguration::nameInJson);
            }
        };
    }

    private static String nameInJson(Property property) {
        if (property instanceof JavaBeanProperty bean
                && bean.getDeclaringClass().isRecord()) {
            for (RecordComponent component : bean.getDeclaringClass().getRecordComponents()) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                if (component.getName().equals(bean.getName()) && named != null) {
                    return named.value();
                }
            }
        }
        return property.getName();
    }

    /** Before Spring MVC's own, which would read the document without looking at it, and write the command as the answer. */
    @Bean
    SmartInitializingSingleton endpoints(
            RequestMappingHandlerAdapter adapter,
            Requests requests,
            Commands commands,
            ReferenceRegister register,
            RecordingClock clock,
            Validator validator,
            JsonMapper json) {
        return () -> {
            var senders = new SenderArgument(requests, clock);
            List<HandlerMethodArgumentResolver> arguments = new ArrayList<>(given(adapter.getArgumentResolvers()));
            HandlerMethodArgumentResolver reader = arguments.stream()
                    .filter(RequestResponseBodyMethodProcessor.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            adapter.setArgumentResolvers(Stream.concat(
                            Stream.of(
                                    new DocumentArgument(reader, new Documents(json, validator), json),
                                    senders,
                                    new EditionArgument(register)),
                            arguments.stream())
                    .toList());
            List<HandlerMethodReturnValueHandler> results = new ArrayList<>(given(adapter.getReturnValueHandlers()));
            results.addFirst(new SubmittedCommands(commands, senders, json));
            adapter.setReturnValueHandlers(results);
        };
    }

    private static <T> List<T> given(@Nullable List<T> made) {
        if (made == null) {
            throw new IllegalStateException("Spring MVC is not set up yet");
        }
        return made;
    }

    /** Who is registered, as known when the request came. */
    private record EditionArgument(ReferenceRegister register) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == RegisterEdition.class;
        }

        @Override
        public RegisterEdition resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return register.current();
        }
    }
}
