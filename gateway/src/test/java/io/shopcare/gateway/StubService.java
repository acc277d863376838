package io.shopcare.gateway;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A service behind the gateway that says what it was asked, slowly if told so, and echoes on its socket. */
final class StubService implements AutoCloseable {
    private final DisposableServer server;

    private StubService(DisposableServer server) {
        this.server = server;
    }

    static StubService start(String name) {
        return start(name, 0);
    }

    static StubService start(String name, int port) {
        return new StubService(HttpServer.create().host("127.0.0.1").port(port).route(routes -> routes
                .get("/v3/api-docs", (_, response) -> response.header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"" + name + "\"}}")))
                .route(request -> request.path().endsWith("/slow"), (_, response) -> response
                        .sendString(Mono.just("late").delayElement(Duration.ofSeconds(5))))
                .ws("/ws/presale", (in, out) -> out.sendString(in.receive().asString().map(text -> "echo " + text)))
                .route(_ -> true, (request, response) -> response.header("X-Shopcare-Internal", "secret")
                        .header("Content-Type", "application/json")
                        .sendString(Flux.just("{\"service\":\"" + name + "\",\"path\":\"" + request.uri()
                                + "\",\"authorization\":\"" + request.requestHeaders().get("Authorization")
                                + "\",\"internal\":\"" + request.requestHeaders().get("X-Shopcare-Internal")
                                + "\",\"forwarded\":\"" + request.requestHeaders().get("X-Forwarded-Host")
                                + "\",\"trace\":\"" + request.requestHeaders().get("traceparent") + "\"}"))))
                .bindNow());
    }

    int port() {
        return server.port();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
