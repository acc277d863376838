package io.shopcare.order.orders;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;

/**
 * Something that an auditor has to know before an order goes on (O8). Its words and its answer stay in this service.
 *
 * @param to       who is asked: buyer or presales
 * @param about    address, or what else an agent is asked about
 * @param words    of who asks; null where {@code about} says it all
 * @param answerBy from then on the order is back in the queue
 * @param answer   null while there is none
 */
public record Question(String questionId, String to, String about, @Nullable String words, ActorRef by, Instant at,
        Instant answerBy, QuestionState state, @Nullable Answer answer) {
    /** Asked of the buyer, in their conversation. */
    public static final String TO_BUYER = "buyer";
    /** Asked of the agent who talks to the buyer. */
    public static final String TO_PRESALES = "presales";
    /** Where the goods go. */
    public static final String ADDRESS = "address";

    /** @param words null where the answer is the change itself, as with an address */
    public record Answer(ActorRef by, Instant at, @Nullable String words) {
        @Override
        public String toString() {
            return "Answer[" + by + " " + at + "]";
        }
    }

    /** A new question. */
    public static Question of(String questionId, String to, String about, @Nullable String words, ActorRef by,
            Instant at, Instant answerBy) {
        return new Question(questionId, to, about, words, by, at, answerBy, QuestionState.OPEN, null);
    }

    boolean isOpen() {
        return state == QuestionState.OPEN;
    }

    /** Open or overdue: an answer is still of use. */
    boolean wantsAnswer() {
        return state == QuestionState.OPEN || state == QuestionState.OVERDUE;
    }

    Question answered(Answer how) {
        return new Question(questionId, to, about, words, by, at, answerBy, state.to(QuestionState.ANSWERED), how);
    }

    Question to(QuestionState next) {
        return new Question(questionId, to, about, words, by, at, answerBy, state.to(next), answer);
    }

    @Override
    public String toString() {
        return "Question[" + questionId + " " + to + " " + about + " " + state + "]";
    }
}
