package io.shopcare.acceptance.doors;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

import io.shopcare.acceptance.doors.RawHttp.Request;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Frames that nobody should send, over the live socket: each is answered with frames of the contract or not at all, and the
 * socket still answers afterwards, or was closed for a reason that is the sender's.
 */
final class BadFrames {
    private static final List<String> TYPES = Contracts.frames().keySet().stream()
            .filter(type -> type.startsWith("client.")).sorted().toList();
    private static final String PONG = "pong";
    /** A defect of the server, by the standard's codes. */
    private static final int SERVER_ERROR = 1011;
    private static final long WITHIN_SECONDS = 10;

    private final String gateway;
    private final Api lin;
    private final SplittableRandom dice;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Integer> heard = new TreeMap<>();

    BadFrames(String gateway, StackKeys keys, long seed) {
        this.gateway = gateway;
        this.lin = new Api(gateway).with("Authorization", "Bearer " + keys.token(TestPerson.buyer("lin", "nuanyang")));
        this.dice = new SplittableRandom(seed);
    }

    /** Sends so many. */
    List<String> send(int frames) throws InterruptedException {
        tickets();
        var line = open(ticket());
        for (int i = 0; i < frames; i++) {
            var frame = badFrame(TYPES.get(i % TYPES.size()));
            line.socket().sendText(frame, true);
            if (!line.answers(frame)) {
                line.socket().abort();
                line = open(ticket());
            }
        }
        line.socket().abort();
        System.out.println("  frames of all kinds, " + TYPES + ", heard: " + heard);
        return findings;
    }

    /** A ticket opens one socket, once; without one, or with one that nobody gave out, none opens. */
    private void tickets() throws InterruptedException {
        var once = ticket();
        open(once).socket().abort();
        for (var path : List.of(once, "/ws/presale", "/ws/presale?ticket=", "/ws/presale?ticket=made-up"))
            if (connected(path) != null)
                findings.add("a socket opened at " + path.replaceFirst("=.*", "=...") + " that should not");
    }

    private String ticket() {
        return lin.post("/api/presale/socket-tickets", null).expect(201).at("/path");
    }

    private Line open(String path) throws InterruptedException {
        var line = connected(path);
        if (line == null)
            throw new IllegalStateException("no socket with a fresh ticket");
        return line;
    }

    private @Nullable Line connected(String path) throws InterruptedException {
        var line = new Line();
        try {
            line.socket = HttpClient.newHttpClient().newWebSocketBuilder()
                    .buildAsync(URI.create(gateway.replaceFirst("^http", "ws") + path), line)
                    .get(WITHIN_SECONDS, TimeUnit.SECONDS);
            var hello = line.frames.poll(WITHIN_SECONDS, TimeUnit.SECONDS); // the gateway opens before the service does
            return hello != null && hello.contains("\"hello\"") ? line : null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private String badFrame(String type) {
        var samples = Contracts.frameSamples(type).toList();
        var sample = samples.get(dice.nextInt(samples.size())).data();
        var mutation = List.of(Mutation.ANOTHER_VALUE, Mutation.ANOTHER_VALUE, Mutation.ANOTHER_VALUE,
                Mutation.MISSING_FIELD, Mutation.EXTRA_FIELD, Mutation.BROKEN_BODY).get(dice.nextInt(6));
        return new String(mutation.applied(new Request("POST", "/", List.of(), new byte[0]), sample, dice).body(),
                UTF_8);
    }

    /** One socket. */
    private final class Line implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile int closed;
        private @Nullable WebSocket socket;

        WebSocket socket() {
            return Objects.requireNonNull(socket, "connected before it is used");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = code;
            frames.add("");
            return WebSocket.Listener.super.onClose(from, code, reason);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed = 1;
            frames.add("");
        }

        /** Whether it still does, after what was sent; what came until then is looked at. */
        boolean answers(String sent) throws InterruptedException {
            socket().sendText("{\"type\":\"ping\"}", true);
            while (true) {
                var frame = frames.poll(WITHIN_SECONDS, TimeUnit.SECONDS);
                if (frame == null) {
                    findings.add("the socket is silent after " + shown(sent));
                    return false;
                }
                if (closed != 0) {
                    if (closed == SERVER_ERROR)
                        findings.add("the socket was closed as after a defect by " + shown(sent));
                    heard.merge("closed " + closed, 1, Integer::sum);
                    return false;
                }
                var type = look(frame, sent);
                if (type.equals(PONG))
                    return true;
                if (frame.contains("too-many-requests")) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                    socket().sendText("{\"type\":\"ping\"}", true);
                }
            }
        }
    }

    private String look(String frame, String sent) {
        try {
            var json = Json.WIRE.readTree(frame);
            var type = json.path("type").asText();
            heard.merge(type, 1, Integer::sum);
            if (!Contracts.frames().containsKey("server." + type))
                findings.add("a frame that is not of the contract after " + shown(sent) + ": " + frame);
            else if (!Contracts.frameSchema("server." + type).validate(json).isEmpty())
                findings.add("a frame that is not as its schema says after " + shown(sent) + ": " + frame);
            else if (json.toString().contains(":internal\""))
                findings.add("a defect after " + shown(sent) + ": " + frame);
            return type;
        } catch (JsonProcessingException e) {
            findings.add("a frame that is no JSON after " + shown(sent) + ": " + frame);
            return "";
        }
    }

    private static String shown(String frame) {
        return frame.substring(0, Math.min(200, frame.length()));
    }
}
