package io.shopcare.platform.calls;

import feign.FeignException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Questions to other services. */
@AutoConfiguration(afterName = {
        "io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration",
        "io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration"})
@ConditionalOnClass({CircuitBreakerRegistry.class, FeignException.class})
public class CallsAutoConfiguration {

    @Bean
    ServiceAddresses serviceAddresses(Environment settings) {
        return new ServiceAddresses(settings);
    }

    @Bean
    @ConditionalOnBean({CircuitBreakerRegistry.class, BulkheadRegistry.class})
    Calls calls(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new Calls(breakers, bulkheads);
    }
}
