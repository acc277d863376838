package io.shopcare.gateway;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.handler.timeout.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bodies that are too large, or stand still, are the caller's fault: refused here, and never held against the service by its
 * circuit breaker.
 */
record IncomingBody(LimitSettings limits, GatewayProblems problems) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        long length = request.getHeaders().getContentLength();
        if (length == 0 || length < 0 && !request.getHeaders().containsKey(HttpHeaders.TRANSFER_ENCODING))
            return chain.filter(exchange);
        long most = isUpload(request) ? limits.upload().toBytes() : limits.body().toBytes();
        if (length > most)
            return problems.write(exchange, "payload-too-large", Map.of("limit", most));
        return chain.filter(exchange.mutate().request(watched(request, most)).build());
    }

    private ServerHttpRequest watched(ServerHttpRequest request, long most) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var sum = new AtomicLong();
                return super.getBody()
                        .onErrorMap(TimeoutException.class, _ -> new RefusedException("malformed-request",
                                Map.of("problem", "body")))
                        .doOnNext(part -> {
                            if (sum.addAndGet(part.readableByteCount()) > most)
                                throw new RefusedException("payload-too-large", Map.of("limit", most));
                        });
            }
        };
    }

    private static boolean isUpload(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** The request was given up while its body came in. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String problem;
        private final transient Map<String, Object> facts;

        RefusedException(String problem, Map<String, Object> facts) {
            super(problem);
            this.problem = problem;
            this.facts = facts;
        }

        String problem() {
            return problem;
        }

        Map<String, Object> facts() {
            return facts;
        }
    }
}
