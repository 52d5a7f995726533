package brightline.command.endpoint;

import brightline.command.fields.FieldReader;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Commands;
import brightline.command.submission.Findings;
import brightline.command.submission.Requests;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
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
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Sender.class, CurrentActor.class, RegisterEdition.class, FieldReader.class);
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
                                    Argument.of(RegisterEdition.class, _ -> register.current()),
                                    Argument.of(
                                            FieldReader.class,
                                            _ -> new FieldReader(new Findings(), register.current(), clock.instant())),
                                    new Argument(
                                            parameter -> parameter.hasParameterAnnotation(IfMatch.class),
                                            EndpointConfiguration::versionSeen)),
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

    private static @Nullable Object versionSeen(MethodParameter parameter, HttpServletRequest http) {
        Long seen = Requests.versionSeen(http);
        if (seen == null && parameter.getParameterType() == long.class) {
            throw SubmissionProblem.versionMissing();
        }
        return seen;
    }

    /** One more argument that endpoints may take. */
    private record Argument(
            Predicate<MethodParameter> which, BiFunction<MethodParameter, HttpServletRequest, @Nullable Object> made)
            implements HandlerMethodArgumentResolver {
        static <T> Argument of(Class<T> type, Function<HttpServletRequest, T> made) {
            return new Argument(parameter -> parameter.getParameterType() == type, (_, http) -> made.apply(http));
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return which.test(parameter);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return made.apply(parameter, Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }
}
