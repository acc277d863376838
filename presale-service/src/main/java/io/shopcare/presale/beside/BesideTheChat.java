package io.shopcare.presale.beside;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import feign.FeignException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;
import io.shopcare.presale.answers.Part;
import io.shopcare.presale.conversations.Buyer;
import io.shopcare.presale.orders.KnownOrder;
import io.shopcare.presale.orders.KnownOrders;

/** What an agent sees beside the chat (P16). All parts are asked for at once, and none waits for another's failure. */
@Component
class BesideTheChat {
    private static final Logger log = LoggerFactory.getLogger(BesideTheChat.class);
    private static final int ORDERS = 20;

    private final CrmClient crm;
    private final OrdersClient orders;
    private final KnownOrders known;
    private final Calls calls;
    private final Clock clock;

    BesideTheChat(CrmClient crm, OrdersClient orders, KnownOrders known, Calls calls, Clock clock) {
        this.crm = crm;
        this.orders = orders;
        this.known = known;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param orders newest as order-service lists them; a copy knows those of which events were heard */
    record Beside(Part<CustomerCard> customer, Part<List<OrderCard>> orders) {}

    Beside of(Buyer buyer) {
        var customer = atOnce(() -> asked("crm-service",
                () -> crm.byBuyer(buyer.shop(), buyer.channel(), buyer.buyerId())));
        var list = atOnce(() -> orCopy(asked("order-service",
                () -> orders.ofBuyer(buyer.shop(), buyer.channel(), buyer.buyerId(), ORDERS).items()), buyer));
        return new Beside(Part.of(customer.join(), clock.instant()), Part.of(list.join(), clock.instant()));
    }

    private <T> Answer<Optional<T>> asked(String service, Supplier<T> question) {
        try {
            return calls.ask(service, question);
        } catch (FeignException e) { // our question was wrong; the agent's chat goes on all the same
            log.error("{} does not understand the question", service, e);
            return new Answer.NotAvailable<>(service);
        }
    }

    private Answer<Optional<List<OrderCard>>> orCopy(Answer<Optional<List<OrderCard>>> answer, Buyer buyer) {
        if (!(answer instanceof Answer.NotAvailable<Optional<List<OrderCard>>>))
            return answer;
        var heardOf = known.of(buyer.shop(), buyer.channel(), buyer.buyerId());
        return heardOf.stream().map(KnownOrder::asOf).filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .<Answer<Optional<List<OrderCard>>>>map(asOf -> new Answer.Copy<>(
                        Optional.of(heardOf.stream().map(OrderCard::of).toList()), asOf))
                .orElse(answer);
    }

    private static <T> CompletableFuture<T> atOnce(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, task -> Thread.ofVirtual().name("beside").start(task));
    }
}
