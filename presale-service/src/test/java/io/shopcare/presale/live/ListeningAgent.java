package io.shopcare.presale.live;

import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

/** Somebody who follows a conversation over the socket. */
public final class ListeningAgent implements AutoCloseable {
    private final Socket socket;

    private ListeningAgent(Socket socket) {
        this.socket = socket;
    }

    public static ListeningAgent to(Api api, int port, TestPerson person, String conversation) {
        var socket = Socket.of(api, port, person);
        socket.subscribe(conversation, 0);
        socket.await("message");
        return new ListeningAgent(socket);
    }

    /** The words of the first notice. */
    public String hearsNotice() {
        return socket.await("notice").at("/text").asText();
    }

    public int notices() {
        return socket.all("notice").size();
    }

    @Override
    public void close() {
        socket.close();
    }
}
