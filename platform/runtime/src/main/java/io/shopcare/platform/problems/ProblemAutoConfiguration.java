package io.shopcare.platform.problems;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import io.shopcare.platform.telemetry.TraceParent;

/** Problems in every program; their answers in those of the servlet world. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
public class ProblemAutoConfiguration {

    @Bean
    ProblemCatalogue problemCatalogue() {
        return new ProblemCatalogue();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(ProblemAdvice.class)
    static class Servlet {
        @Bean
        ProblemResponses problemResponses(ProblemCatalogue catalogue, TraceParent trace) {
            return new ProblemResponses(catalogue, trace::traceId);
        }

        @Bean
        SecurityProblems securityProblems(ProblemResponses responses) {
            return new SecurityProblems(responses);
        }
    }
}
