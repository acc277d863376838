package io.shopcare.aftersale.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.aftersale.cases.CaseFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A2: one open case per order line and kind, whoever asks, however often, at whatever moment")
class OpeningTogetherTest {
    private static final Person LIN_HERSELF = new Person("lin", Set.of("buyer"), Set.of("nuanyang"), "web", "zh-CN");
    private static final Person AGENT = new Person("shu", Set.of("aftersales"), Set.of("nuanyang"), null, null);

    private final InMemoryAggregateStore<Case> store = new InMemoryAggregateStore<>();
    private final InMemoryClaims claims = new InMemoryClaims();
    private final AtomicInteger numbers = new AtomicInteger();
    private Answer<Optional<OrderCopy>> answer = new Answer.Fresh<>(Optional.of(linsOrder()));
    private final OpenCase open = new OpenCase(store, new InMemoryCases(store), claims,
            (shop, day) -> CaseNumbers.text(day, numbers.incrementAndGet()), orderId -> answer, POLICIES,
            shop -> CaseFixtures.OFFICE, MutableClock.at(NOW));

    @Test
    void answersATwinWithTheSameCase() {
        var first = stored(opens(LIN_HERSELF, "key-1", SCARF));
        var twin = opens(LIN_HERSELF, "key-1", SCARF);
        assertThat(stored(twin)).isEqualTo(first);
        assertThat(twin.joined()).isFalse();
        assertThat(store.all()).hasSize(1);
        assertThat(first.requests()).hasSize(1);
    }

    @Test
    void letsASecondRequestJoin() {
        var first = stored(opens(LIN_HERSELF, "key-1", SCARF));
        var second = opens(AGENT, "key-2", SCARF);
        assertThat(second.joined()).isTrue();
        assertThat(stored(second).id()).isEqualTo(first.id());
        assertThat(stored(second).requests()).extracting(Request::by).containsExactly(LIN_ACTS, SHU);
    }

    @Test
    void opensOneWhenManyAskAtOnce() {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(n -> people.execute(() -> opens(LIN_HERSELF, "key-" + n, SCARF)));
        }
        assertThat(store.all()).hasSize(1);
        assertThat(store.published(CaseEvent.Opened.class)).hasSize(1);
    }

    @Test
    void doesNotMixLinesOfAnotherCase() {
        var first = stored(opens(LIN_HERSELF, "key-1", SCARF));
        var outcome = opens(LIN_HERSELF, "key-2", COAT, SCARF).outcome();
        assertThat(((Outcome.Rejected<Case>) outcome).rejection().code()).isEqualTo("line-in-another-case");
        assertThat(((Outcome.Rejected<Case>) outcome).rejection().facts()).containsEntry("caseNo", first.caseNo());
        assertThat(opens(LIN_HERSELF, "key-3", COAT).joined()).as("the coat is free again").isFalse();
    }

    @Test
    void opensAnewOnceTheFirstIsClosed() {
        var first = stored(opens(LIN_HERSELF, "key-1", SCARF));
        store.decide(first.id(), CommandContext.bySystem("test"),
                theCase -> theCase.close(CaseOutcome.WITHDRAWN, LIN_ACTS));
        var second = opens(LIN_HERSELF, "key-2", SCARF);
        assertThat(second.joined()).isFalse();
        assertThat(stored(second).id()).isNotEqualTo(first.id());
        assertThat(stored(opens(LIN_HERSELF, "key-1", SCARF)).id()).as("the old key still meets the old case")
                .isEqualTo(first.id());
    }

    @Test
    @DisplayName("A claimant that died before it made its case is followed under the same id")
    void finishesWhatADeadClaimantBegan() {
        claims.claim(LineClaims.name(ORDER, SCARF, CaseKind.RETURN_AND_REFUND), "dead-id", other -> true);
        var opened = opens(LIN_HERSELF, "key-1", SCARF);
        assertThat(stored(opened).id()).isEqualTo("dead-id");
    }

    @Test
    void givesTheLinesBackWhenTheCaseIsRefused() {
        var refused = open.handle(new OpenCase.Command("nuanyang", ORDER, CaseKind.RETURN_AND_REFUND, Reason.UNWANTED,
                List.of(new LineWish(SCARF, 9)), null, null, LIN_HERSELF), context(LIN_ACTS, "key-1"));
        assertThat(refused.outcome()).isInstanceOf(Outcome.Rejected.class);
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void isNotOpenedOnAStrangersOrder() {
        var tom = new Person("tom", Set.of("buyer"), Set.of("nuanyang"), "web", "en");
        assertThatThrownBy(() -> opens(tom, "key-1", SCARF)).isInstanceOf(ProblemException.class)
                .hasMessage("not-found");
    }

    @Test
    void isHonestAboutWhatItOnlyHeard() {
        var lins = linsOrder();
        answer = new Answer.Copy<>(Optional.of(heard()), SIGNED);
        var opened = stored(opens(LIN_HERSELF, "key-1", SCARF));
        assertThat(store.published(CaseEvent.Opened.class).getFirst().orderSnapshot())
                .isEqualTo(OrderCopy.Source.HEARD);
        var confirm = new ConfirmOrders(store, new InMemoryCases(store), orderId -> answer);
        confirm.confirmAll();
        assertThat(order(opened).source()).as("still away").isEqualTo(OrderCopy.Source.HEARD);
        answer = new Answer.Fresh<>(Optional.of(lins));
        confirm.confirmAll();
        assertThat(order(opened).source()).isEqualTo(OrderCopy.Source.ASKED);
        assertThat(new InMemoryCases(store).unconfirmed(9)).isEmpty();
    }

    @Test
    void saysWhenNobodyStandsByWhatItHeard() {
        answer = new Answer.Copy<>(Optional.of(heard()), SIGNED);
        var opened = stored(opens(LIN_HERSELF, "key-1", SCARF));
        answer = new Answer.Fresh<>(Optional.empty());
        new ConfirmOrders(store, new InMemoryCases(store), orderId -> answer).confirmAll();
        assertThat(order(opened).source()).isEqualTo(OrderCopy.Source.DENIED);
        assertThat(new InMemoryCases(store).unconfirmed(9)).as("it is not asked for ever").isEmpty();
    }

    @Test
    void saysSoWhenNothingIsKnown() {
        answer = new Answer.NotAvailable<>("order-service");
        assertThatThrownBy(() -> opens(LIN_HERSELF, "key-1", SCARF)).hasMessage("service-unavailable");
        assertThat(claims.held()).isEmpty();
    }

    private static OrderCopy heard() {
        var lins = linsOrder();
        return new OrderCopy(OrderCopy.Source.HEARD, SIGNED, lins.shop(), lins.orderId(), lins.orderNo(),
                lins.buyer(), lins.placedAt(), lins.country(), lins.freightLeft(), lins.lines());
    }

    private OrderCopy order(Case theCase) {
        return store.find(theCase.id()).orElseThrow().aggregate().order();
    }

    private OpenCase.Opened opens(Person person, String key, String... lines) {
        return open.handle(new OpenCase.Command("nuanyang", ORDER, CaseKind.RETURN_AND_REFUND, Reason.UNWANTED,
                java.util.Arrays.stream(lines).map(line -> new LineWish(line, 1)).toList(), null, null, person),
                context(person.actor(), key));
    }

    private static CommandContext context(Actor actor, String key) {
        return CommandContext.keyed(actor, "open", key, "body");
    }

    private static Case stored(OpenCase.Opened opened) {
        return opened.outcome().orThrow().stored().aggregate();
    }

    /** Claims with the promises of the real ones. */
    private static final class InMemoryClaims implements LineClaims {
        private final Map<String, String> owners = new ConcurrentHashMap<>();

        @Override
        public synchronized String claim(String name, String caseId, Predicate<String> stillNeeded) {
            @Nullable
            String holder = owners.putIfAbsent(name, caseId);
            if (holder == null || holder.equals(caseId))
                return caseId;
            if (stillNeeded.test(holder))
                return holder;
            owners.put(name, caseId);
            return caseId;
        }

        @Override
        public synchronized void release(String name, String caseId) {
            owners.remove(name, caseId);
        }

        Set<String> held() {
            return new HashSet<>(new HashMap<>(owners).keySet());
        }
    }
}
