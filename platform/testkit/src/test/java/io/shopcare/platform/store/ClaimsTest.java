package io.shopcare.platform.store;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Unique by an insert that wins or loses. */
class ClaimsTest {
    private final Claims claims = new Claims(TestDatabase.fresh());

    @Test
    void tellsEveryLoserWhoWon() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<String>) () -> claims.claim("name", "candidate-" + i)).toList();
            var winners = threads.invokeAll(tries).stream().map(java.util.concurrent.Future::resultNow).distinct();
            assertThat(winners).hasSize(1);
        }
    }

    @Test
    void passesOnANameThatIsNoLongerNeeded() {
        claims.claim("name", "closed");

        assertThat(claims.claim("name", "new", holder -> !holder.equals("closed"))).isEqualTo("new");
        assertThat(claims.claim("name", "newer", _ -> true)).isEqualTo("new");
    }

    @Test
    void givesBackOnlyWhatIsOnesOwn() {
        claims.claim("name", "a");
        claims.release("name", "b");
        assertThat(claims.holder("name")).contains("a");
        claims.release("name", "a");
        assertThat(claims.holder("name")).isEmpty();
    }
}
