package io.shopcare.gateway;

import java.util.regex.Pattern;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Every answer says under which trace it is found ({@code X-Trace-Id}), and repeats the caller's own {@code X-Request-Id},
 * which goes on to the service; a caller who sends none, or nonsense, has that of the trace.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestIds implements WebFilter {
    static final String REQUEST_ID = "X-Request-Id";
    static final String TRACE_ID = "X-Trace-Id";
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var trace = traceOf(exchange);
        var sent = exchange.getRequest().getHeaders().getFirst(REQUEST_ID);
        var id = sent != null && SOUND.matcher(sent).matches() ? sent : trace;
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
            var headers = exchange.getResponse().getHeaders();
            if (id != null)
                headers.set(REQUEST_ID, id);
            if (trace != null)
                headers.set(TRACE_ID, trace);
        }));
        return chain.filter(exchange.mutate().request(request -> request.headers(headers -> {
            headers.remove(REQUEST_ID);
            if (id != null)
                headers.set(REQUEST_ID, id);
        })).build());
    }

    /** The id of the trace that the request belongs to; null when nothing is traced. */
    static @Nullable String traceOf(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> (TracingContext) observed.get(TracingContext.class)).map(TracingContext::getSpan)
                .map(span -> span.context().traceId()).orElse(null);
    }
}
