package io.shopcare.gateway;

import java.util.Comparator;
import java.util.stream.Collectors;

import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One page with the OpenAPI documents of all services, and a "try it" that signs in with the identity provider. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {
    static final String PATH = "/docs/openapi/";

    @Bean
    InitializingBean documentsOfAllServices(SwaggerUiConfigProperties page, GatewaySettings settings) {
        return () -> page.setUrls(settings.services().keySet().stream().sorted(Comparator.naturalOrder())
                .map(name -> new SwaggerUrl(name, PATH + name, name + "-service"))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
    }
}
