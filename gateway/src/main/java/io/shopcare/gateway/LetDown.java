package io.shopcare.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.netty.channel.AbortedException;

/** How a request failed at an instance. */
enum LetDown {
    /** Nobody listens, or the program is on its way out: nothing was sent, or it was not taken. */
    REFUSED,
    /** A kept connection was closed before the request went out; its body may have been read for it. */
    NOT_SENT,
    /** The connection broke before an answer came: whether it was done nobody knows. */
    LOST,
    /** Anything else, a time-out for one. */
    OTHERWISE;

    static LetDown by(Throwable error) {
        if (error instanceof TurnedAwayException)
            return NOT_SENT;
        if (error instanceof ConnectException || error instanceof UnknownHostException
                || error instanceof NoRouteToHostException)
            return REFUSED;
        if (error instanceof AbortedException)
            return "Connection has been closed BEFORE send operation".equals(error.getMessage()) ? NOT_SENT : LOST;
        return error instanceof IOException ? LOST : OTHERWISE;
    }

    /**
     * A web server that has begun to stop answers what comes in over kept connections by itself, with a bare 503: the service
     * has not seen it. What the service says is a problem, and passed on.
     */
    static boolean turnedAway(ServerHttpResponse answer) {
        var type = answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return HttpStatus.SERVICE_UNAVAILABLE.equals(answer.getStatusCode())
                && (type == null || !type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE));
    }

    /** The instance answered that it takes no more. */
    static final class TurnedAwayException extends ConnectException {
        private static final long serialVersionUID = 1L;

        TurnedAwayException() {
            super("the instance stops");
        }
    }
}
