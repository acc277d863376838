package io.shopcare.order.payments;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/**
 * Begins a payment. Pressed twice, on two devices or after a crash, it is the same payment: its number follows from the
 * order and from how many attempts have failed. Ours is written before the provider hears of it, so that a call-back
 * always finds it.
 */
@Component
class BeginPayment {
    private static final int ATTEMPTS = 50;

    private final AggregateStore<Payment> payments;
    private final PaymentProvider provider;
    private final Clock clock;

    BeginPayment(AggregateStore<Payment> payments, PaymentProvider provider, Clock clock) {
        this.payments = payments;
        this.provider = provider;
        this.clock = clock;
    }

    Outcome<Payment> handle(Order order, CommandContext context) {
        if (order.isCancelled())
            return new Outcome.Rejected<>(Rejection.notNow("already-cancelled"));
        if (!order.due().isPositive())
            return new Outcome.Rejected<>(Rejection.notNow("already-paid"));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var begun = begun(order, attempt, context);
            if (begun.status() == PaymentStatus.PENDING)
                return registered(begun, order.sale().orderNo(), context);
        }
        return new Outcome.Rejected<>(Rejection.rule("too-many-attempts", Map.of("attempts", ATTEMPTS)));
    }

    private Payment begun(Order order, int attempt, CommandContext context) {
        var number = "PAY" + Ids.digest(order.orderId(), order.due().toString(), Integer.toString(attempt));
        return payments.find(number).map(Stored::aggregate).orElseGet(() -> {
            payments.create(number, plain(context), () -> Payment.begin(number, order.shop(), order.orderId(),
                    order.buyer(), order.due(), clock.instant()));
            return payments.find(number).orElseThrow().aggregate();
        });
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
