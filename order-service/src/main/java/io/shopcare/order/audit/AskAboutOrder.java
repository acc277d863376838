package io.shopcare.order.audit;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.Question;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Invoice;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/**
 * Asks the buyer or an agent about a held order, and takes the answers (O8). presale-service hears the question as an
 * event and brings it to them; what they say stays here.
 */
@Component
class AskAboutOrder {
    private final AggregateStore<Order> orders;
    private final QuestionSettings settings;
    private final Clock clock;

    AskAboutOrder(AggregateStore<Order> orders, QuestionSettings settings, Clock clock) {
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** The question's id follows from the request, so that a repeat finds it. */
    Outcome<Order> ask(String orderId, String to, String about, @Nullable String words, @Nullable Instant answerBy,
            CommandContext context) {
        var questionId = context.newId();
        return orders.decide(orderId, context, order -> {
            var now = clock.instant();
            return order.ask(Question.of(questionId, to, about, words, ActorRef.of(context.actor()), now,
                    answerBy == null ? now.plus(settings.answerWithin()) : answerBy));
        });
    }

    Outcome<Order> answer(String orderId, String questionId, String words, CommandContext context) {
        return orders.decide(orderId, context,
                order -> order.answer(questionId, ActorRef.of(context.actor()), words, clock.instant()));
    }

    Outcome<Order> changeRemark(String orderId, @Nullable String remark, boolean seen, CommandContext context) {
        return orders.decide(orderId, context,
                order -> order.changeRemark(remark, ActorRef.of(context.actor()), seen, clock.instant()));
    }

    Outcome<Order> changeInvoice(String orderId, Invoice invoice, CommandContext context) {
        return orders.decide(orderId, context,
                order -> order.changeInvoice(invoice, ActorRef.of(context.actor()), clock.instant()));
    }

    /** @param seen whether it is an auditor who says so */
    Outcome<Order> changeAddress(String orderId, Address address, boolean seen, CommandContext context) {
        return orders.decide(orderId, context,
                order -> order.changeAddress(address, ActorRef.of(context.actor()), seen, clock.instant()));
    }
}
