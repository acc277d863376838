package io.shopcare.platform.parking;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

import io.shopcare.platform.store.ContentionException;
import io.shopcare.platform.store.OverloadedException;

/**
 * Tells what fails because something around it is away, or has too much to do, from what fails by itself. The first
 * kind goes by on its own and says nothing about the record; the second stays.
 */
public final class Failures {

    /** By name, since not every program has them on its class path; a neighbour's 500 is not among them. */
    private static final Set<String> AWAY = Set.of("io.shopcare.platform.calls.ServiceAwayException",
            "feign.RetryableException", "feign.FeignException$ServiceUnavailable",
            "feign.FeignException$GatewayTimeout", "feign.FeignException$BadGateway",
            "feign.FeignException$TooManyRequests", "feign.FeignException$Unauthorized",
            "io.github.resilience4j.circuitbreaker.CallNotPermittedException",
            "io.github.resilience4j.bulkhead.BulkheadFullException",
            "org.springframework.security.oauth2.core.OAuth2AuthorizationException",
            "org.springframework.web.client.ResourceAccessException");

    private Failures() {}

    /** Whether it, or what it wraps, is about the surroundings and not about the record. */
    public static boolean areAround(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause() == at ? null : at.getCause())
            if (isAround(at))
                return true;
        return false;
    }

    private static boolean isAround(Throwable thrown) {
        return switch (thrown) {
            case MongoException mongo -> isAround(mongo);
            case ContentionException _,OverloadedException _,DataAccessResourceFailureException _,TransientDataAccessException _,RetriableException _,SocketException _,SocketTimeoutException _,UnknownHostException _,HttpTimeoutException _,TimeoutException _,InterruptedException _ ->
                true;
            default -> isNamed(thrown.getClass());
        };
    }

    /** What the server says of a write or a command is about the record, unless the server has another state. */
    private static boolean isAround(MongoException thrown) {
        return switch (thrown) {
            case MongoNotPrimaryException _,MongoNodeIsRecoveringException _,MongoExecutionTimeoutException _,MongoWriteConcernException _ ->
                true;
            case MongoServerException server -> server.hasErrorLabel("RetryableWriteError");
            case MongoClientException _,MongoSocketException _,MongoInterruptedException _ -> true;
            default -> false;
        };
    }

    private static boolean isNamed(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass())
            if (AWAY.contains(at.getName()))
                return true;
        return false;
    }
}
