package io.shopcare.order.offers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.offers.UseOffers.Used;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** An offer with a limit is given so many times, whoever asks at once and whoever is killed in between. */
class UsingOffersTest {
    private static final Buyer LIN = new Buyer("nuanyang", "web", "lin");
    private static final List<Used> TEN = List.of(new Used("TEN", new Terms.Limits(10, null)));
    private static final List<Used> ONCE = List.of(new Used("ONCE", new Terms.Limits(10, 1)));
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<OfferUses> store = new InMemoryAggregateStore<>();
    private final UseOffers uses = new UseOffers(store, clock);

    @Test
    @DisplayName("O9a ten of them, a hundred buyers at once, each asks twice: ten are given, each once")
    void isGivenSoManyTimes() throws Exception {
        var asked = new ArrayList<Callable<Optional<Rejection>>>();
        for (int i = 0; i < 200; i++) {
            var order = "order-" + i % 100;
            asked.add(() -> uses.claim(order, new Buyer("nuanyang", "web", order), TEN));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(asked);
        }
        assertThat(used("nuanyang/TEN")).isEqualTo(10);
        assertThat(store.find("nuanyang/TEN").orElseThrow().aggregate().claims()).hasSize(10);
    }

    @Test
    @DisplayName("O9a once for a buyer: the second order is told; given back it may be had again; spent it never is")
    void isGivenOnceToABuyer() {
        assertThat(uses.claim("order-1", LIN, ONCE)).isEmpty();
        assertThat(uses.claim("order-1", LIN, ONCE)).isEmpty();
        assertThat(uses.claim("order-2", LIN, ONCE).orElseThrow().code()).isEqualTo("offer-used-by-buyer");
        assertThat(used("nuanyang/ONCE")).as("nothing of the refused one is left").isEqualTo(1);

        uses.confirm("order-1", LIN, ONCE);
        uses.giveBack("order-1", LIN, ONCE);
        uses.giveBack("order-1", LIN, ONCE);
        assertThat(uses.claim("order-3", LIN, ONCE)).isEmpty();
        uses.spend("order-3", LIN, ONCE);
        uses.spend("order-3", LIN, ONCE);
        uses.giveBack("order-3", LIN, ONCE);
        assertThat(uses.claim("order-4", LIN, ONCE).orElseThrow().code()).isEqualTo("offer-used-by-buyer");
        assertThat(used("nuanyang/ONCE")).isEqualTo(1);
    }

    @Test
    @DisplayName("O9a killed before the order was written: the use goes back by itself; killed after it: it stays")
    void goesBackByItself() {
        uses.claim("lost", LIN, TEN);
        uses.claim("written", LIN, TEN);
        var there = new HashSet<>(Set.of("written"));
        var due = store.find("nuanyang/TEN").orElseThrow().aggregate().lookAt();
        assertThat(due).isEqualTo(clock.instant().plus(OfferUses.GIVE_UP_AFTER));
        uses.look("nuanyang/TEN", clock.instant(), (order, offer) -> there.contains(order));
        assertThat(used("nuanyang/TEN")).isEqualTo(2);

        clock.advance(OfferUses.GIVE_UP_AFTER.plus(Duration.ofSeconds(1)));
        uses.look("nuanyang/TEN", clock.instant(), (order, offer) -> there.contains(order));
        uses.look("nuanyang/TEN", clock.instant(), (order, offer) -> there.contains(order));
        assertThat(store.find("nuanyang/TEN").orElseThrow().aggregate().claims()).containsOnlyKeys("written");
        assertThat(store.find("nuanyang/TEN").orElseThrow().aggregate().lookAt()).isNull();
    }

    @Test
    @DisplayName("O9a killed, priced again and placed with another offer: what the first attempt claimed goes back")
    void keepsOnlyWhatTheOrderGot() {
        uses.claim("order-1", LIN, TEN);
        uses.claim("order-1", LIN, ONCE);
        clock.advance(OfferUses.GIVE_UP_AFTER.plus(Duration.ofSeconds(1)));
        OrdersThatExist withOnce = (order, offer) -> offer.equals("ONCE");
        for (var id : List.of("nuanyang/TEN", "nuanyang/ONCE", "nuanyang/ONCE/web/lin"))
            uses.look(id, clock.instant(), withOnce);
        assertThat(used("nuanyang/TEN")).isZero();
        assertThat(used("nuanyang/ONCE")).isEqualTo(1);
        assertThat(used("nuanyang/ONCE/web/lin")).isEqualTo(1);
    }

    private int used(String id) {
        return store.find(id).orElseThrow().aggregate().used();
    }
}
