package io.shopcare.order.payments;

import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.order.payments.PaymentProvider.Statement;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/**
 * Asks the provider how a payment stands that nobody told us the end of (O5): a notification may be lost, or given up. What it
 * says counts as its notification, under the same id, so that whichever comes second changes nothing.
 */
@Component
class AskForPayment {
    private static final Logger log = LoggerFactory.getLogger(AskForPayment.class);
    private static final CommandContext CONTEXT = CommandContext.bySystem("ask-for-payment");

    private final AggregateStore<Payment> payments;
    private final PaymentProvider provider;
    private final ReceivePayment receive;

    AskForPayment(AggregateStore<Payment> payments, PaymentProvider provider, ReceivePayment receive) {
        this.payments = payments;
        this.provider = provider;
        this.receive = receive;
    }

    /** Looks after one that is due by then. */
    void handle(String paymentNo, Instant now) {
        payments.find(paymentNo).map(Stored::aggregate).filter(payment -> isDue(payment, now))
                .ifPresent(payment -> isKnown(payment, now));
    }

    /** Whether we know now what came under it, and its orders have that. */
    boolean isKnown(Payment payment, Instant now) {
        if (!payment.mayStillCome()) {
            receive.give(payment);
            return true;
        }
        return switch (provider.ask(payment.paymentNo())) {
            case Answer.Fresh<Optional<Statement>>(var said) -> {
                said.ifPresent(statement -> hear(payment.paymentNo(), statement));
                payments.decide(payment.paymentNo(), CONTEXT, asked -> asked.nothingCame(now));
                yield true;
            }
            case Answer.Copy<Optional<Statement>> copy ->
                throw new IllegalStateException("providers keep no copies: " + copy);
            case Answer.NotAvailable<Optional<Statement>>(var service) -> {
                log.warn("{} does not say how {} stands: it is in doubt", service, payment.paymentNo());
                payments.decide(payment.paymentNo(), CONTEXT, asked -> asked.inDoubt(now));
                yield false;
            }
        };
    }

    private void hear(String paymentNo, Statement statement) {
        statement.receipts().forEach(receipt -> receive.found(paymentNo, receipt));
        if (statement.isRefused())
            payments.decide(paymentNo, CONTEXT, Payment::failed);
    }

    private static boolean isDue(Payment payment, Instant now) {
        var askAt = payment.askAt();
        return askAt != null && !askAt.isAfter(now);
    }
}
