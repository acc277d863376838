package io.shopcare.order.payments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PaymentReason;
import io.shopcare.order.orders.PaymentRequest;
import io.shopcare.order.payments.Payment.Part;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.CommandKey;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/**
 * Begins a payment. Pressed twice, on two devices or after a crash, it is the same payment: its number follows from
 * what it pays and from how many attempts have failed. Ours is written before the provider hears of it, so that a call-back
 * always finds it.
 */
@Component
class BeginPayment {
    private static final int ATTEMPTS = 50;
    private static final Comparator<Order> EARLIEST_FIRST = Comparator
            .comparing((Order order) -> order.sale().placedAt()).thenComparing(Order::orderId);

    private final AggregateStore<Payment> payments;
    private final PaymentProvider provider;
    private final PaymentKeys keys;
    private final Clock clock;

    BeginPayment(AggregateStore<Payment> payments, PaymentProvider provider, PaymentKeys keys, Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.keys = keys;
        this.clock = clock;
    }

    /** Of what is due for an order. */
    Outcome<Payment> handle(Order order, CommandContext context) {
        return handle(List.of(order), context);
    }

    /** Of what is due for several orders of one buyer, at once. */
    Outcome<Payment> handle(List<Order> orders, CommandContext context) {
        var parts = new ArrayList<Part>();
        for (var order : orders.stream().sorted(EARLIEST_FIRST).toList()) {
            if (order.isCancelled())
                return new Outcome.Rejected<>(Rejection.notNow("already-cancelled"));
            if (!order.due().isPositive())
                return new Outcome.Rejected<>(Rejection.notNow("already-paid"));
            parts.add(new Part(order.orderId(), null, order.due()));
        }
        return begin(orders.getFirst(), parts, context);
    }

    /** Of a payment request. */
    Outcome<Payment> handle(Order order, PaymentRequest request, CommandContext context) {
        if (order.isCancelled())
            return new Outcome.Rejected<>(Rejection.notNow("already-cancelled"));
        if (!request.isOpen())
            return new Outcome.Rejected<>(Rejection.notNow("payment-request-" + request.state().code()));
        if (request.reason().covers() == PaymentReason.Covers.TOTAL && !order.due().isPositive())
            return new Outcome.Rejected<>(Rejection.notNow("already-paid"));
        return begin(order, List.of(new Part(order.orderId(), request.requestId(), request.amount())), context);
    }

    private Outcome<Payment> begin(Order order, List<Part> parts, CommandContext context) {
        if (isUsedForAnother(parts, context.key()))
            return new Outcome.Rejected<>(new Rejection(Rejection.Kind.KEY_REUSED, "idempotency-key-reused",
                    Map.of()));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var begun = begun(order, parts, attempt, context);
            if (begun.status() == PaymentStatus.PENDING)
                return registered(begun, order.sale().orderNo(), context);
        }
        return new Outcome.Rejected<>(Rejection.rule("too-many-attempts", Map.of("attempts", ATTEMPTS)));
    }

    /** What is due may be another amount when it is asked again; what it is due for may not. */
    private boolean isUsedForAnother(List<Part> parts, @Nullable CommandKey key) {
        if (key == null)
            return false;
        var asked = parts.stream().flatMap(part -> Stream.of(part.orderId(),
                Objects.requireNonNullElse(part.requestId(), ""))).collect(Collectors.joining("/"));
        return !keys.claim(key.id(), asked).equals(asked);
    }

    private Payment begun(Order order, List<Part> parts, int attempt, CommandContext context) {
        var number = number(parts, attempt);
        return payments.find(number).map(Stored::aggregate).orElseGet(() -> {
            payments.create(number, plain(context),
                    () -> Payment.begin(number, order.buyer(), parts, clock.instant()));
            return payments.find(number).orElseThrow().aggregate();
        });
    }

    private static String number(List<Part> parts, int attempt) {
        var words = new ArrayList<String>();
        for (var part : parts) {
            words.add(part.orderId());
            if (part.requestId() != null)
                words.add(part.requestId());
            words.add(part.asked().toString());
        }
        words.add(Integer.toString(attempt));
        return "PAY" + Ids.digest(words.toArray(String[]::new));
    }

    private Outcome<Payment> registered(Payment payment, String orderNo, CommandContext context) {
        if (payment.payUrl() != null)
            return payments.decide(payment.paymentNo(), plain(context),
                    Decision::unchanged);
        return switch (provider.register(payment, orderNo)) {
            case Answer.Fresh<String>(var url) -> payments.decide(payment.paymentNo(), plain(context),
                    now -> now.registered(url));
            case Answer.Copy<String> copy -> throw new IllegalStateException("providers keep no copies: " + copy);
            case Answer.NotAvailable<String>(var service) ->
                throw new ProblemException("service-unavailable", Map.of("service", service));
        };
    }

    private static CommandContext plain(CommandContext context) {
        return new CommandContext(context.actor(), "begin-payment", null, null, null);
    }
}
