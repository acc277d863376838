package io.shopcare.gateway;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.CallerLanguage;
import io.shopcare.platform.problems.ProblemCatalogue;

/** Writes problems of the catalogue as answers of the gateway itself. */
@Component
class GatewayProblems {
    private final ProblemCatalogue catalogue;

    GatewayProblems(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Mono<Void> write(ServerWebExchange exchange, String name, Map<String, Object> facts) {
        var response = exchange.getResponse();
        if (response.isCommitted())
            return Mono.empty();
        var request = exchange.getRequest();
        var locale = CallerLanguage.of(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        var original = exchange.getAttributeOrDefault(OriginalPath.ATTRIBUTE, request.getPath().value());
        var problem = catalogue.problem(name, locale, original, facts, RequestIds.traceOf(exchange));
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null && !response.getHeaders().containsKey(HttpHeaders.RETRY_AFTER))
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        try {
            var body = response.bufferFactory().wrap(Json.WIRE.writeValueAsBytes(problem));
            return response.writeWith(Mono.just(body));
        } catch (JsonProcessingException e) {
            return Mono.error(e);
        }
    }
}
