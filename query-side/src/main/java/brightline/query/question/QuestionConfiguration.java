package brightline.query.question;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers that are given a question, for Spring MVC and for the API's description. */
@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {
    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(Asked.class);
    }

    @Bean
    WebMvcConfigurer questionArgument(Questions questions) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new QuestionArgument(questions));
            }
        };
    }

    @Bean
    GlobalOperationCustomizer questionDescription(Questions questions) {
        return (operation, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(Asked.class)) {
                    questions
                            .described(parameter.getParameterType(), parameter.getParameter())
                            .forEach(operation::addParametersItem);
                }
            }
            return operation;
        };
    }

    private record QuestionArgument(Questions questions) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(Asked.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
            request.getParameterMap()
                    .forEach((name, values) -> given.put(
                            name, Stream.of(values).map(QuestionArgument::read).toList()));
            return questions.read(parameter.getParameterType(), parameter.getParameter(), given);
        }

        /** The container gives null for bytes that are no text: they are a wrong value, and no fault of ours. */
        private static String read(@Nullable String value) {
            return value == null ? "\uFFFD" : value;
        }
    }
}
