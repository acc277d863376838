package io.shopcare.platform.servlet;

import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.firewall.RequestRejectedHandler;

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

    /** A request that the firewall of the filters refuses. */
    @Bean
    RequestRejectedHandler refusedByTheFirewall(ProblemResponses problems) {
        return (request, response, _) -> problems.write(response,
                problems.problem(request, "malformed-request", Map.of("problem", "request")));
    }

    /** Nearer to the request than the server's own page, which is HTML. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedByTheServer(
            ObjectProvider<ProblemResponses> problems) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedByTheServer(problems)));
    }

    @Bean
    SecurityProblems securityProblems(ProblemResponses responses) {
        return new SecurityProblems(responses);
    }
}
