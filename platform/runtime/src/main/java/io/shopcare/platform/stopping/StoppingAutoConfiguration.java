package io.shopcare.platform.stopping;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The drain of programs that serve. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(StopSettings.class)
public class StoppingAutoConfiguration {

    @Bean
    Drain drain(StopSettings settings) {
        return new Drain(settings.drain());
    }

    /** Of services; the gateway, which is no servlet, has its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class OfAService {

        @Bean
        LeavingServlet leaving(Drain drain) {
            return new LeavingServlet(drain);
        }
    }
}
