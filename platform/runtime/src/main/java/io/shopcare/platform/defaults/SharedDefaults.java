package io.shopcare.platform.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Adds {@code shopcare-defaults.properties} below everything that a program or its surroundings set. */
public final class SharedDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources()
                    .addLast(new ResourcePropertySource(new ClassPathResource("shopcare-defaults.properties")));
            environment.getPropertySources().addLast(tracesForWhoeverCollectsThem(environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids go with every request and event either way; what nobody is sent is not put together. */
    private static MapPropertySource tracesForWhoeverCollectsThem(ConfigurableEnvironment environment) {
        boolean someoneDoes = environment.getProperty("management.otlp.tracing.export.enabled", Boolean.class, false);
        return new MapPropertySource("shopcare-traces",
                Map.of("management.tracing.sampling.probability", someoneDoes ? "1.0" : "0.0"));
    }
}
