package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Question.Answer;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Questions about a held order: asked, answered, overdue, or not needed any more (O8). */
final class Asking {
    private Asking() {}

    static Decision<Order> ask(Order order, Question question) {
        if (order.questions().find(question.questionId()).isPresent())
            return Decision.unchanged(order);
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (order.holds().open().isEmpty())
            return Decision.reject(Rejection.notNow("nothing-held"));
        if (question.to().equals(Question.TO_BUYER) && order.sale().platformOrder() != null)
            return Decision.reject(Rejection.rule("buyer-is-on-platform"));
        if (question.about().equals(Question.ADDRESS) && !order.fulfilment().openPermits().isEmpty())
            return Decision.reject(Rejection.notNow("in-fulfilment"));
        var same = order.questions().unanswered().stream().filter(
                other -> other.isOpen() && other.to().equals(question.to()) && other.about().equals(question.about()))
                .findFirst();
        if (same.isPresent())
            return Decision.reject(Rejection.notNow("already-asked", Map.of("who", same.get().by().id(), "when",
                    same.get().at().toString())));
        return Decision.accept(order.with(order.questions().with(question)), new OrderEvent.QuestionAsked(order.shop(),
                order.orderId(), order.buyer(), question.questionId(), question.to(), question.about(),
                order.holds().open().stream().map(OrderEvent.OpenHold::of).toList(), question.answerBy(),
                order.sale().language()));
    }

    /** An agent answers in words. The buyer's address is answered by changing it. */
    static Decision<Order> answer(Order order, String questionId, ActorRef by, String words, Instant at) {
        var found = order.questions().find(questionId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        var question = found.get();
        var answer = question.answer();
        if (answer != null)
            return answer.by().equals(by) && words.equals(answer.words())
                    ? Decision.unchanged(order)
                    : Decision.reject(Rejection.notNow("already-decided",
                            Map.of("who", answer.by().id(), "when", answer.at().toString())));
        if (!question.wantsAnswer())
            return Decision.reject(Rejection.notNow("question-withdrawn"));
        return ended(order, List.of(question), QuestionState.ANSWERED, new Answer(by, at, words));
    }

    /** Questions that nobody answered in time: the order is back in the auditors' queue, flagged. */
    static Decision<Order> overdue(Order order, Instant now) {
        return ended(order, order.questions().all().stream()
                .filter(question -> question.isOpen() && !question.answerBy().isAfter(now)).toList(),
                QuestionState.OVERDUE, null);
    }

    /** Whoever decided about the order did not need the answers. */
    static Decision.Accepted<Order> withdrawn(Decision.Accepted<Order> soFar) {
        var order = soFar.aggregate();
        return after(soFar, ended(order, order.questions().unanswered(), QuestionState.WITHDRAWN, null));
    }

    /** A change of the address answers who asked for it. */
    static Decision.Accepted<Order> addressGiven(Decision.Accepted<Order> soFar, ActorRef by, Instant at) {
        var order = soFar.aggregate();
        return after(soFar, ended(order, order.questions().unanswered().stream()
                .filter(question -> question.about().equals(Question.ADDRESS)).toList(), QuestionState.ANSWERED,
                new Answer(by, at, null)));
    }

    private static Decision.Accepted<Order> ended(Order order, List<Question> which, QuestionState end,
            @Nullable Answer answer) {
        if (which.isEmpty())
            return Decision.unchanged(order);
        var next = order.with(order.questions().change(which,
                question -> answer == null ? question.to(end) : question.answered(answer)));
        var events = which.stream().<Object>map(question -> new OrderEvent.QuestionEnded(order.shop(),
                order.orderId(), order.buyer(), question.questionId(), question.to(), question.about(), end.code()))
                .toList();
        return new Decision.Accepted<>(next, events, List.of(), Map.of());
    }

    private static Decision.Accepted<Order> after(Decision.Accepted<Order> soFar, Decision.Accepted<Order> more) {
        var events = new ArrayList<>(soFar.events());
        events.addAll(more.events());
        return new Decision.Accepted<>(more.aggregate(), events, soFar.riders(), soFar.answers());
    }
}
