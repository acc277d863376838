package io.shopcare.gateway;

import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers for a service that is away: a clear problem, never a business answer. */
@Hidden
@RestController
class AwayController {
    static final String PATH = "/away/";

    private final GatewayProblems problems;

    AwayController(GatewayProblems problems) {
        this.problems = problems;
    }

    /** Too slow, or gone before it answered, is told apart from away: what was asked for may have been done. */
    @RequestMapping(PATH + "{service}")
    Mono<Void> away(@PathVariable String service, ServerWebExchange exchange) {
        var why = exchange.getAttribute(ServerWebExchangeUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR);
        if (why == null)
            return problems.write(exchange, "not-found", Map.of()); // called from outside
        if (why instanceof IncomingBody.RefusedException refused)
            return problems.write(exchange, refused.problem(), refused.facts());
        boolean slow = why instanceof TimeoutException || why instanceof Throwable error
                && LetDown.by(error) == LetDown.LOST
                || why instanceof ResponseStatusException status
                        && status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT;
        return problems.write(exchange, slow ? "upstream-timeout" : "service-unavailable",
                Map.of("service", service + "-service"));
    }
}
