package io.shopcare.platform.telemetry;

import feign.RequestInterceptor;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces that follow a request through HTTP, the outbox and Kafka. */
@AutoConfiguration(afterName = "org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration")
public class TelemetryAutoConfiguration {

    @Bean
    TraceParent traceParent(ObjectProvider<Tracer> tracer) {
        return new TraceParent(tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestInterceptor.class)
    static class Calls {
        @Bean
        RequestInterceptor traceOfTheCaller(TraceParent trace) {
            return request -> {
                var parent = trace.get();
                if (parent != null)
                    request.header("traceparent", parent);
            };
        }
    }
}
