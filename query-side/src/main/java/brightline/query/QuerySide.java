package brightline.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The query side, to be imported by an application beside the event log's and the key store's configurations and the way in.
 */
@Configuration(proxyBeanMethods = false)
// Names in full, since both sides have classes of one name. Nested classes are nobody's components here: a test keeps
// its own
// in itself.
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\$.*"))
public class QuerySide {}
