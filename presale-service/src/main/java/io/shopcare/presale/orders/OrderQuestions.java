package io.shopcare.presale.orders;

import io.shopcare.platform.events.EventMeta;

/** Wants to know what auditors ask about orders; called at least once per event. */
public interface OrderQuestions {
    /** Nobody listens. */
    OrderQuestions UNHEARD = new OrderQuestions() {
        @Override
        public void asked(KnownOrder order, OrderQuestion question, EventMeta event) {}

        @Override
        public void answered(KnownOrder order, String questionId, String to, EventMeta event) {}
    };

    /** Bring it to whoever is asked. */
    void asked(KnownOrder order, OrderQuestion question, EventMeta event);

    /** The answer is there. */
    void answered(KnownOrder order, String questionId, String to, EventMeta event);
}
