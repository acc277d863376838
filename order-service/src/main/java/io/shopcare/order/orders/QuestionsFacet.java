package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What was asked about an order.
 *
 * @param waitsFor who has to answer before an auditor looks again: buyer or presales; null when nobody. The auditors'
 *                 queue goes by it.
 */
public record QuestionsFacet(List<Question> all, @Nullable String waitsFor) {
    static final QuestionsFacet NONE = new QuestionsFacet(List.of(), null);

    public QuestionsFacet {
        all = List.copyOf(all);
    }

    /** One of them. */
    public Optional<Question> find(String questionId) {
        return all.stream().filter(question -> question.questionId().equals(questionId)).findFirst();
    }

    /** Those that an answer is still of use for. */
    public List<Question> unanswered() {
        return all.stream().filter(Question::wantsAnswer).toList();
    }

    /** When the first of the open ones is overdue; null when none is open. */
    @Nullable
    Instant nextDue() {
        return all.stream().filter(Question::isOpen).map(Question::answerBy).min(Instant::compareTo).orElse(null);
    }

    QuestionsFacet with(Question more) {
        return of(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    QuestionsFacet change(List<Question> which, UnaryOperator<Question> step) {
        return of(all.stream().map(question -> which.contains(question) ? step.apply(question) : question).toList());
    }

    private static QuestionsFacet of(List<Question> questions) {
        return new QuestionsFacet(questions,
                questions.stream().filter(Question::isOpen).map(Question::to).findFirst().orElse(null));
    }
}
