package io.shopcare.gateway;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;

import io.github.bucket4j.ConsumptionProbe;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.shopcare.gateway.LimitSettings.Rate;

/**
 * How often one client may ask one service. A client is the person of the token; without one, the address. What is left is
 * in every answer ({@code RateLimit-*}), and a refusal says when to come again.
 */
record RateLimit(String service, LimitSettings limits, Rates rates, GatewayProblems problems) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal().mapNotNull(Principal::getName).defaultIfEmpty("")
                .flatMap(person -> person.isEmpty()
                        ? take(exchange, chain, "address " + address(exchange), limits.strangers())
                        : take(exchange, chain, "person " + person, limits.people()));
    }

    private Mono<Void> take(ServerWebExchange exchange, GatewayFilterChain chain, String client, Rate rate) {
        return rates.take(service, client, rate).flatMap(probe -> goOn(exchange, chain, rate, probe));
    }

    private Mono<Void> goOn(ServerWebExchange exchange, GatewayFilterChain chain, Rate rate, ConsumptionProbe probe) {
        long untilFull = Math.ceilDiv(rate.burst() - probe.getRemainingTokens(), rate.perSecond());
        var headers = exchange.getResponse().getHeaders();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
            headers.set("RateLimit-Limit", Integer.toString(rate.burst()));
            headers.set("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
            headers.set("RateLimit-Reset", Long.toString(untilFull));
        }));
        if (probe.isConsumed())
            return chain.filter(exchange);
        long seconds = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), Duration.ofSeconds(1).toNanos()));
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return problems.write(exchange, "too-many-requests", Map.of("seconds", seconds));
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        return from == null ? "" : from.getHostString();
    }
}
