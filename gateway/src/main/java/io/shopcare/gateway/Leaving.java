package io.shopcare.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.shopcare.platform.stopping.Drain;

/** Asks callers to leave their connections while this instance of the gateway drains: the next request goes to another. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Leaving implements WebFilter {
    private final Drain drain;

    Leaving(Drain drain) {
        this.drain = drain;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (drain.leaving() && !exchange.getRequest().getHeaders().containsKey(HttpHeaders.UPGRADE))
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(
                    () -> exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close")));
        return chain.filter(exchange);
    }
}
