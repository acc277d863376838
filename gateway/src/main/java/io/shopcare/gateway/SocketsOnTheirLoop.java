package io.shopcare.gateway;

import java.util.concurrent.atomic.AtomicReference;

import io.netty.channel.EventLoop;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A connection becomes a socket on its own event loop. The balancer goes on in a thread of its own; made there, what the
 * caller says right after the handshake arrives before the socket is listened to, and Reactor Netty drops it.
 */
@Component
final class SocketsOnTheirLoop implements GlobalFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!"websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade()))
            return chain.filter(exchange);
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        var loop = new AtomicReference<EventLoop>();
        response.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return chain.filter(exchange).subscribeOn(Schedulers.fromExecutor(loop.get()));
    }

    /** Last before Spring's own, which shakes hands. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 2;
    }
}
