package io.shopcare.platform.testkit.services;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The client, once the port is known; what it is answered has to be as the service's document says. */
@TestConfiguration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    @Lazy
    Api api(Environment environment) {
        var service = new Api("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        return service.shownTo(new AsDescribed(service));
    }
}
