package io.shopcare.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * HTTP/1.1 on kept connections, and no more than that: the driver shares the cores with what it measures, and the JDK's
 * client costs several times as much per request.
 */
final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;

    private final String host;
    private final int port;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    Wire(String base) {
        var uri = URI.create(base);
        this.host = uri.getHost();
        this.port = uri.getPort();
    }

    /** What came back. */
    record Answer(int status, byte[] body) {
        JsonNode json() {
            try {
                return Json.WIRE.readTree(body);
            } catch (IOException e) {
                throw new FlowFailedException("an answer that is no JSON", e);
            }
        }

        /** This answer if it has the status. */
        Answer expect(int wanted, String what) {
            if (status != wanted)
                throw new FlowFailedException(what + " was answered " + status + " " + reason());
            return this;
        }

        private String reason() {
            var text = new String(body, UTF_8);
            return text.substring(0, Math.min(text.length(), 160));
        }
    }

    /** One request ready to be written; headers without the last empty line. */
    static byte[] request(String method, String path, String headers, byte[] body) {
        var head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + (body.length > 0 ? "Content-Type: application/json\r\n" : "") + "Content-Length: " + body.length
                + "\r\n\r\n").getBytes(ISO_8859_1);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Sends it, on a new line once more if a kept one was hung up meanwhile: whoever sends twice has a key. */
    Answer send(byte[] request) {
        var kept = idle.poll();
        try {
            if (kept != null) {
                try {
                    return exchange(kept, request);
                } catch (IOException e) {
                    kept.close();
                }
            }
            return exchange(new Line(host, port), request);
        } catch (IOException e) {
            throw new FlowFailedException("no answer: " + e.getMessage(), e);
        }
    }

    private Answer exchange(Line line, byte[] request) throws IOException {
        var answer = line.exchange(request);
        if (line.isKept)
            idle.push(line);
        else
            line.close();
        return answer;
    }

    /** A kept connection. */
    private static final class Line {
        private final Socket socket;
        private final InputStream in;
        private boolean isKept = true;

        Line(String host, int port) throws IOException {
            socket = new Socket(InetAddress.getByName(host), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }

        Answer exchange(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            int length = 0;
            boolean isChunked = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                var lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:"))
                    length = Integer.parseInt(lower.substring("content-length:".length()).strip());
                else if (lower.startsWith("transfer-encoding:"))
                    isChunked = lower.endsWith("chunked");
                else if (lower.startsWith("connection:"))
                    isKept = !lower.endsWith("close");
            }
            return new Answer(status, isChunked ? chunks() : exactly(length));
        }

        private byte[] chunks() throws IOException {
            var body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
        }

        private byte[] exactly(int length) throws IOException {
            var bytes = in.readNBytes(length);
            if (bytes.length < length)
                throw new EOFException("hung up");
            return bytes;
        }

        private String line() throws IOException {
            var text = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0)
                    throw new EOFException("hung up");
                if (next != '\r')
                    text.append((char) next);
            }
            return text.toString();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                isKept = false; // it is gone either way
            }
        }
    }
}
