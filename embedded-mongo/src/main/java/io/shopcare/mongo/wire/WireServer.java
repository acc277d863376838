package io.shopcare.mongo.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Accepts connections of MongoDB clients and serves each with a thread. */
public final class WireServer implements AutoCloseable {

    private static final System.Logger log = System.getLogger(WireServer.class.getName());
    private static final int BACKLOG = 200;
    private static final long STACK_BYTES = 2L << 20;

    private final ServerSocket listener;
    private final CommandHandler handler;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();

    private WireServer(ServerSocket listener, CommandHandler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    /** Listens at once; port 0 picks a free one. */
    public static WireServer listen(InetSocketAddress address, CommandHandler handler) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(address, BACKLOG);
            WireServer server = new WireServer(listener, handler);
            Thread.ofPlatform().daemon().name("mongo-accept").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    log.log(Level.WARNING, "accepting a connection failed", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        Connection connection = new Connection(socket, handler);
        connections.add(connection);
        Thread thread = Thread.ofPlatform().daemon().stackSize(STACK_BYTES).name("mongo-" + accepted.incrementAndGet())
                .unstarted(() -> {
                    try {
                        connection.run();
                    } finally {
                        connections.remove(connection);
                        threads.remove(Thread.currentThread());
                    }
                });
        threads.add(thread);
        thread.start();
        if (listener.isClosed()) {
            connection.close();
        }
    }

    /** Stops listening, hangs up, and waits for commands under way: after it nobody uses the store any more. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            log.log(Level.DEBUG, "closing the listener", e);
        }
        connections.forEach(Connection::close);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
