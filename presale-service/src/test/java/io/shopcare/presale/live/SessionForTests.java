package io.shopcare.presale.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** What the tests do not care about in a session. */
interface SessionForTests extends WebSocketSession {

    @Override
    default String getId() {
        return "session-" + System.identityHashCode(this);
    }

    @Override
    default HttpHeaders getHandshakeHeaders() {
        return new HttpHeaders();
    }

    @Override
    default @Nullable Principal getPrincipal() {
        return null;
    }

    @Override
    default @Nullable InetSocketAddress getLocalAddress() {
        return null;
    }

    @Override
    default @Nullable InetSocketAddress getRemoteAddress() {
        return null;
    }

    @Override
    default @Nullable String getAcceptedProtocol() {
        return null;
    }

    @Override
    default void setTextMessageSizeLimit(int limit) {}

    @Override
    default int getTextMessageSizeLimit() {
        return 0;
    }

    @Override
    default void setBinaryMessageSizeLimit(int limit) {}

    @Override
    default int getBinaryMessageSizeLimit() {
        return 0;
    }

    @Override
    default boolean isOpen() {
        return true;
    }

    @Override
    default void close() throws IOException {
        close(CloseStatus.NORMAL);
    }
}
