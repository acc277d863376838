package io.shopcare.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * When an instance lets a request down, another is asked, before the caller or the circuit breaker hears of it.
 *
 * <p>
 * What has not reached a service may be sent to the next one whatever it is. What may have reached it is sent again only
 * where that is harmless: reading (GET, HEAD), a PUT that replaces without a condition ({@code If-Match} would refuse its own
 * repeat), and every request with an {@code Idempotency-Key}, because the services do it once per key, whichever instance
 * hears it, and answer its repeats alike. A time-out is never repeated: it is told to the caller (504).
 *
 * <p>
 * The gateway library's own Retry filter knows methods but neither keys nor whether a request was sent, and holds bodies of
 * any size.
 */
final class AskAnother implements GatewayFilter {
    private static final Logger log = LoggerFactory.getLogger(AskAnother.class);
    private static final String KEY = "Idempotency-Key";

    private final int instances;
    private final DataSize kept;

    /**
     * @param instances of the service; each may be asked, and the last once more
     * @param kept      how large a body may be to be held until there is an answer; larger ones are sent once
     */
    AskAnother(int instances, DataSize kept) {
        this.instances = instances;
        this.kept = kept;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        if (!hasBody(request))
            return attempt(exchange, chain, true, instances);
        long length = request.getHeaders().getContentLength();
        if (length < 0 || length > kept.toBytes())
            return attempt(exchange, chain, false, instances);
        return ServerWebExchangeUtils.cacheRequestBody(exchange,
                same -> attempt(exchange.mutate().request(same).build(), chain, true, instances));
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, boolean held, int left) {
        return Mono.defer(() -> chain.filter(exchange))
                .then(Mono.defer(() -> LetDown.turnedAway(exchange.getResponse())
                        ? Mono.<Void>error(new LetDown.TurnedAwayException())
                        : Mono.<Void>empty()))
                .onErrorResume(error -> left > 0 && mayRepeat(exchange.getRequest(), held, LetDown.by(error)),
                        error -> {
                            log.info("{} {}: asking again after {}", exchange.getRequest().getMethod(),
                                    exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR),
                                    error.toString());
                            Tried.note(exchange);
                            forget(exchange);
                            return attempt(exchange, chain, held, left - 1);
                        });
    }

    private static boolean mayRepeat(ServerHttpRequest request, boolean held, LetDown how) {
        return switch (how) {
            case REFUSED -> true;
            case NOT_SENT -> held;
            case LOST -> held && isHarmless(request);
            case OTHERWISE -> false;
        };
    }

    private static boolean isHarmless(ServerHttpRequest request) {
        var method = request.getMethod();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)
                || HttpMethod.PUT.equals(method) && !request.getHeaders().containsKey(HttpHeaders.IF_MATCH)
                || request.getHeaders().containsKey(KEY);
    }

    private static boolean hasBody(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > 0
                || request.getHeaders().containsKey(HttpHeaders.TRANSFER_ENCODING);
    }

    /** What the attempt has left on the exchange. */
    private static void forget(ServerWebExchange exchange) {
        ServerWebExchangeUtils.reset(exchange);
        exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        var response = exchange.getResponse();
        response.setStatusCode(null);
        if (exchange.getAttributes()
                .remove(ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES) instanceof Iterable<?> names)
            names.forEach(name -> response.getHeaders().remove(String.valueOf(name)));
    }
}
