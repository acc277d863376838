package io.shopcare.gateway;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.channel.Channel;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** One of several instances of a service, well or in one of the ways in which an instance goes. */
final class StubInstance implements AutoCloseable {
    enum Manner {
        WELL, BREAKS_OFF, TURNS_AWAY, OVERLOADED
    }

    private final String name;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Collection<Channel> lines = new ConcurrentLinkedQueue<>();
    private DisposableServer server;
    private volatile boolean ready = true;
    private volatile Manner manner = Manner.WELL;

    StubInstance(String name) {
        this.name = name;
        this.server = listen(0);
    }

    private DisposableServer listen(int port) {
        return HttpServer.create().host("127.0.0.1").port(port).doOnChannelInit((_, line, _) -> lines.add(line))
                .route(routes -> routes
                        .get("/actuator/health/readiness", (_, response) -> response.status(ready ? 200 : 503).send())
                        .ws("/ws/presale",
                                (in, out) -> out.sendString(in.receive().asString().map(text -> name + " " + text)))
                        .route(_ -> true, this::answer))
                .bindNow();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            heard.add(request.method() + " " + body);
            return switch (manner) {
                case WELL -> response.header("X-Instance", name).sendString(Mono.just(name)).then();
                case BREAKS_OFF ->
                    Mono.<Void>fromRunnable(() -> response.withConnection(line -> line.channel().close()));
                case TURNS_AWAY -> response.status(503).header("Connection", "close").header("X-Stale", name).send();
                case OVERLOADED -> response.status(503).header("Content-Type", "application/problem+json")
                        .sendString(Mono.just("{\"type\":\"urn:shopcare:problem:overloaded\"}")).then();
            };
        });
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    List<String> heard() {
        return heard;
    }

    void is(Manner how) {
        manner = how;
    }

    void isReady(boolean whether) {
        ready = whether;
    }

    /** Nobody listens any more, and what was open is closed. */
    @Override
    public void close() {
        server.disposeNow();
        lines.forEach(line -> line.close().awaitUninterruptibly());
        lines.clear();
    }

    void comesBack() {
        if (server.isDisposed())
            server = listen(server.port());
        ready = true;
        manner = Manner.WELL;
        heard.clear();
    }
}
