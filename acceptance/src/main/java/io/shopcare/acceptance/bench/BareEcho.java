package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Bytes that go to a socket of this machine and come back. */
final class BareEcho implements AutoCloseable {
    private static final int BYTES = 200;
    private static final int BACKLOG = 500;

    private final ServerSocket server;
    private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();

    BareEcho() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed())
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return; // closed: nobody wants an echo any more
            }
    }

    private static void answer(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            return; // whoever was there has left
        }
    }

    /** There and back, on a line that is idle, or a new one. */
    long echo(long number, long due) {
        try {
            var socket = idle.poll();
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                socket.setTcpNoDelay(true);
            }
            socket.getOutputStream().write(new byte[BYTES]);
            if (socket.getInputStream().readNBytes(BYTES).length < BYTES)
                throw new FlowFailedException("the echo broke off");
            idle.push(socket);
        } catch (IOException e) {
            throw new FlowFailedException("no echo", e);
        }
        return System.nanoTime() - due;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : idle)
                socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
