package io.shopcare.presale.orders;

import java.time.Instant;
import java.util.List;

/**
 * Something that an auditor has to know before an order goes on. The auditor's words stay in order-service.
 *
 * @param to       buyer or presales
 * @param about    address, or what an agent is asked about
 * @param language of what the buyer is told
 * @param holds    why it is asked
 */
public record OrderQuestion(String questionId, String to, String about, String language, Instant answerBy,
        List<KnownOrder.Hold> holds) {
    public OrderQuestion {
        holds = List.copyOf(holds);
    }
}
