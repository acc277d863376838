package io.shopcare.gateway;

import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes headers off that mean something inside only, both ways; and, unless a proxy before the gateway is declared by
 * {@code server.forward-headers-strategy}, those by which a caller could say to be somewhere else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Strangers implements WebFilter {
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Forwarded-Port", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-Ssl", "X-Real-IP");

    private final List<String> inside;
    private final boolean behindAProxy;

    Strangers(GatewaySettings settings, @Value("${server.forward-headers-strategy:none}") String forwarded) {
        this.inside = settings.strangers();
        this.behindAProxy = !forwarded.toLowerCase(Locale.ROOT).equals("none");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(
                () -> inside.forEach(exchange.getResponse().getHeaders()::remove)));
        return chain.filter(exchange.mutate().request(request -> request.headers(headers -> {
            inside.forEach(headers::remove);
            if (!behindAProxy)
                OF_PROXIES.forEach(headers::remove);
        })).build());
    }
}
