package io.shopcare.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** Keeps the path that the caller asked for, so that a problem names it after a request was forwarded inside. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OriginalPath implements WebFilter {
    static final String ATTRIBUTE = "shopcare.original-path";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().putIfAbsent(ATTRIBUTE, exchange.getRequest().getPath().value());
        return chain.filter(exchange);
    }
}
