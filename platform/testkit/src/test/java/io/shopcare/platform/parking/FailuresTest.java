package io.shopcare.platform.parking;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.platform.calls.ServiceAwayException;

import static org.assertj.core.api.Assertions.assertThat;

/** What is about the surroundings is waited for; what is about the record is not. */
class FailuresTest {
    private static final ServerAddress SERVER = new ServerAddress();

    static Throwable[] around() {
        var retryable = new MongoCommandException(new BsonDocument(), SERVER);
        retryable.addLabel("RetryableWriteError");
        return new Throwable[]{new MongoTimeoutException("no server"), new MongoSocketReadException("gone", SERVER),
                retryable, new NotLeaderOrFollowerException("moved"), new ServiceAwayException("order-service"),
                new ConnectException("refused"), new SocketTimeoutException("late"), new TimeoutException("late"),
                new IllegalStateException("wrapped", new MongoTimeoutException("no server"))};
    }

    static Throwable[] byItself() {
        return new Throwable[]{new IllegalStateException("a defect"), new NullPointerException(),
                new MongoWriteException(new WriteError(121, "no valid document", new BsonDocument()), SERVER,
                        java.util.Set.of()),
                new MongoCommandException(new BsonDocument(), SERVER),
                new IllegalStateException(new ClassCastException("no")), new StackOverflowError()};
    }

    @ParameterizedTest
    @MethodSource
    void around(Throwable thrown) {
        assertThat(Failures.areAround(thrown)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void byItself(Throwable thrown) {
        assertThat(Failures.areAround(thrown)).isFalse();
    }
}
