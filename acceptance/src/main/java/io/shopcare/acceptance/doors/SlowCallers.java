package io.shopcare.acceptance.doors;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.shopcare.acceptance.doors.RawHttp.Answer;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Callers who begin a request and do not get on with it: many at once, at the gateway and at a service. They are hung up on,
 * or told what is wrong; and while they hold on, everybody else is answered.
 */
final class SlowCallers implements AutoCloseable {
    private static final TestPerson LIN = TestPerson.buyer("lin", "nuanyang");
    /** Longer than the gateway (10 s) and the services (20 s) let anything stand still. */
    private static final Duration WITHIN = Duration.ofSeconds(40);
    private static final Duration BYTE = Duration.ofMillis(500);
    private static final int EACH = 20;
    private static final String BODY = "{\"shop\":\"nuanyang\",";

    private final List<Future<List<String>>> looks = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StackKeys keys;
    private final String gateway;

    /** They begin now, beside whatever else is done. */
    SlowCallers(String gateway, int portOfTheService, StackKeys keys) {
        this.keys = keys;
        this.gateway = gateway;
        int port = URI.create(gateway).getPort();
        for (int i = 0; i < EACH; i++) {
            begin(() -> standingStill(port, "a head that stops", head("GET", "")));
            begin(() -> standingStill(port, "a body that stops",
                    head("POST", "Content-Length: 500\r\n") + "\r\n" + BODY));
            begin(() -> standingStill(port, "a chunk that stops", head("POST", "Transfer-Encoding: chunked\r\n")
                    + "\r\n50\r\n" + BODY));
            begin(() -> trickling(port, head("GET", "X-Endless: ")));
            begin(() -> standingStill(portOfTheService, "a head that stops, at the service", head("GET", "")));
            begin(() -> standingStill(portOfTheService, "a body that stops, at the service",
                    head("POST", "Content-Length: 500\r\n") + "\r\n" + BODY));
        }
    }

    /** What is not as it should be, once all of them were dealt with. */
    List<String> findings() throws InterruptedException, ExecutionException {
        var findings = new ArrayList<String>();
        var others = new Api(gateway).with("Authorization", "Bearer " + keys.token(LIN))
                .get("/api/order/orders?shop=nuanyang");
        if (others.status() != 200)
            findings.add("while many are slow, somebody who is not was answered " + others.status());
        for (var look : looks)
            findings.addAll(look.get());
        System.out.printf("  %d slow callers were dealt with%n", looks.size());
        return findings.stream().distinct().toList();
    }

    private void begin(Callable<Optional<String>> caller) {
        looks.add(threads.submit(() -> caller.call().stream().toList()));
    }

    private String head(String method, String more) {
        return method + " /api/order/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + keys.token(LIN)
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: slow-" + Ids.next()
                + "\r\n" + more;
    }

    private static Optional<String> standingStill(int port, String what, String bytes) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) WITHIN.toMillis());
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            return verdict(what, socket.getInputStream().readAllBytes());
        } catch (SocketTimeoutException e) {
            return Optional.of(what + " is let stand for more than " + WITHIN.toSeconds() + " s");
        } catch (IOException e) {
            return Optional.empty(); // hung up on
        }
    }

    private static Optional<String> trickling(int port, String bytes) {
        long end = System.nanoTime() + WITHIN.toNanos();
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) BYTE.toMillis());
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            while (System.nanoTime() < end) {
                socket.getOutputStream().write('x');
                if (isOver(socket))
                    return Optional.empty();
            }
            return Optional.of("a head that trickles in is let do so for more than " + WITHIN.toSeconds() + " s");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isOver(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false; // the pause until the next byte
        }
    }

    /** Nothing, or a refusal that says so: never a defect, never that it was done. */
    private static Optional<String> verdict(String what, byte[] bytes) {
        Answer answer = RawHttp.read(bytes);
        return bytes.length == 0 || answer.status() >= 400 && answer.status() < 500
                ? Optional.empty()
                : Optional.of(what + " was answered " + answer.status() + " " + answer.body());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
