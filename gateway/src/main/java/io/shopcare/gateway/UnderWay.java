package io.shopcare.gateway;

import java.util.Map;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How many requests may be under way to one service: one that is slow fills its own places and nobody else's. */
record UnderWay(Bulkhead places, GatewayProblems problems) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange)).transformDeferred(BulkheadOperator.of(places))
                .onErrorResume(BulkheadFullException.class, _ -> problems.write(exchange, "overloaded", Map.of()));
    }
}
