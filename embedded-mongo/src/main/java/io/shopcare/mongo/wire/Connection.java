package io.shopcare.mongo.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;

import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * A client's connection, served by a thread of its own as MongoDB does it: the thread may wait for the disk without
 * holding up anybody else.
 */
final class Connection implements Runnable {

    private static final System.Logger log = System.getLogger(Connection.class.getName());
    private static final int BUFFER_BYTES = 32 * 1024;

    private final Socket socket;
    private final CommandHandler handler;

    Connection(Socket socket, CommandHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
            OutputStream out = socket.getOutputStream();
            int answers = 0;
            for (Message message = Message.read(in); message != null; message = Message.read(in)) {
                var answer = handler.handle(message.command());
                if (!message.oneWay()) {
                    Bytes bytes = message.answer(++answers, answer);
                    out.write(bytes.array(), 0, bytes.size());
                }
            }
        } catch (MongoServerError | IndexOutOfBoundsException | IllegalArgumentException malformed) {
            log.log(Level.WARNING, "closing the connection of {0}: {1}", socket.getRemoteSocketAddress(), malformed);
        } catch (IOException gone) {
            log.log(Level.DEBUG, "connection of {0} ended: {1}", socket.getRemoteSocketAddress(), gone);
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            log.log(Level.DEBUG, "closing a connection", alreadyGone);
        }
    }
}
