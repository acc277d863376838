package io.shopcare.platform.servlet;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.telemetry.TraceParent;

/** Problems as answers of controllers, filters and security. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(ProblemAdvice.class)
public class ProblemAnswersAutoConfiguration {

    @Bean
    ProblemResponses problemResponses(ProblemCatalogue catalogue, TraceParent trace) {
        return new ProblemResponses(catalogue, trace::traceId);
    }

    @Bean
    SecurityProblems securityProblems(ProblemResponses responses) {
        return new SecurityProblems(responses);
    }
}
