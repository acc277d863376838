package io.shopcare.acceptance.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** HTTP over a bare socket: a client library would refuse to send half of what has to be sent here. */
final class RawHttp {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    /**
     * A request, as it goes over the wire.
     *
     * @param target  path and query, in whatever bytes
     * @param headers in their order; the same name may come twice
     */
    record Request(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
        Request with(String name, String value) {
            var more = new ArrayList<>(without(name).headers());
            more.add(Map.entry(name, value));
            return new Request(method, target, List.copyOf(more), body);
        }

        Request without(String name) {
            return new Request(method, target,
                    headers.stream().filter(header -> !header.getKey().equalsIgnoreCase(name)).toList(), body);
        }

        Request to(String elsewhere) {
            return new Request(method, elsewhere, headers, body);
        }

        Request by(String otherMethod) {
            return new Request(otherMethod, target, headers, body);
        }

        Request carrying(byte[] otherBody) {
            return new Request(method, target, headers, otherBody);
        }

        Request carrying(String otherBody) {
            return carrying(otherBody.getBytes(UTF_8));
        }
    }

    /** What came back; status 0 when nothing did. */
    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return body.isEmpty() ? MissingNode.getInstance() : Json.WIRE.readTree(body);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final String host;
    private final int port;

    RawHttp(String host, int port) {
        this.host = host;
        this.port = port;
    }

    Answer send(Request request) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) WITHIN.toMillis());
            socket.setSoTimeout((int) WITHIN.toMillis());
            write(socket, bytes(request));
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            return new Answer(0, Map.of(), e.toString());
        }
    }

    /** A server may answer and close before it has read all: that is no failure of the request. */
    private static void write(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (java.net.SocketException e) {
            if (socket.getInputStream().available() == 0)
                throw e;
        }
    }

    private byte[] bytes(Request request) {
        var head = new StringBuilder(request.method()).append(' ').append(request.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(host).append(':').append(port).append("\r\nConnection: close\r\n");
        boolean hasLength = false;
        for (var header : request.headers()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
            hasLength |= header.getKey().equalsIgnoreCase("Content-Length")
                    || header.getKey().equalsIgnoreCase("Transfer-Encoding");
        }
        if (!hasLength && !(request.method().equals("GET") && request.body().length == 0))
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }

    static Answer read(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0)
            return new Answer(0, Map.of(), text.substring(0, Math.min(200, text.length())));
        var lines = text.substring(0, end).split("\r\n", -1);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0)
                headers.merge(lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
        }
        var body = java.util.Arrays.copyOfRange(bytes, end + 4, bytes.length);
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked"))
            body = joined(body);
        return new Answer(Integer.parseInt(lines[0].substring(9, 12)), headers, new String(body, UTF_8));
    }

    private static byte[] joined(byte[] chunked) {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunked.length) {
            int end = at;
            while (end < chunked.length && chunked[end] != '\r')
                end++;
            int size = Integer.parseInt(new String(chunked, at, end - at, ISO_8859_1).strip(), 16);
            if (size == 0 || end + 2 + size > chunked.length)
                break;
            whole.write(chunked, end + 2, size);
            at = end + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}
