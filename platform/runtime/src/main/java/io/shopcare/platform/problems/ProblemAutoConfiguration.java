package io.shopcare.platform.problems;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The catalogue of problems, in every program. */
@AutoConfiguration
public class ProblemAutoConfiguration {

    @Bean
    ProblemCatalogue problemCatalogue() {
        return new ProblemCatalogue();
    }
}
