package io.shopcare.gateway;

import java.net.ConnectException;
import java.util.Map;

import io.netty.handler.timeout.ReadTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Every error of the gateway itself becomes a problem. */
@Component
@Order(-2) // before Spring Boot's own
class GatewayErrors implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(GatewayErrors.class);

    private final GatewayProblems problems;

    GatewayErrors(GatewayProblems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted())
            return Mono.error(error);
        if (error instanceof IncomingBody.RefusedException refused)
            return problems.write(exchange, refused.problem(), refused.facts());
        if (error instanceof ReadTimeoutException) // the caller's: a service's is told as 504 before it gets here
            return problems.write(exchange, "malformed-request", Map.of("problem", "body"));
        return problems.write(exchange, nameOf(error), factsOf(exchange, error));
    }

    private static String nameOf(Throwable error) {
        if (error instanceof ConnectException)
            return "service-unavailable";
        if (!(error instanceof ResponseStatusException status)) {
            log.error("a defect", error);
            return "internal";
        }
        return switch (HttpStatus.resolve(status.getStatusCode().value())) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case PAYLOAD_TOO_LARGE -> "payload-too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case SERVICE_UNAVAILABLE -> "service-unavailable";
            case GATEWAY_TIMEOUT -> "upstream-timeout";
            case null, default -> status.getStatusCode().is4xxClientError() ? "malformed-request" : "internal";
        };
    }

    private static Map<String, Object> factsOf(ServerWebExchange exchange, Throwable error) {
        var request = exchange.getRequest();
        return Map.of("service", request.getPath().value(), "method", request.getMethod().name(),
                "problem", error.getClass().getSimpleName(), "given",
                String.valueOf(request.getHeaders().getFirst("Content-Type")), "offered", "application/json", "limit",
                "?");
    }
}
