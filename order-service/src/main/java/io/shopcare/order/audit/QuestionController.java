package io.shopcare.order.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderRequests;
import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.Question;
import io.shopcare.order.orders.Roles;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** Questions about held orders over HTTP, and the address that answers the most frequent one. */
@RestController
@RequestMapping("/api/order/orders/{id}")
@Tag(name = "Questions")
class QuestionController {
    /**
     * @param to       buyer (asked for the address) or presales (asked in words)
     * @param about    address, or a word that says what it is about
     * @param answerBy from then on the order is back in the queue; a day from now when left out, a week at most
     */
    record NewQuestion(@NotNull @Pattern(regexp = "buyer|presales") String to,
            @NotNull @Pattern(regexp = "address|remark|promise|goods|price|duplicate|invoice|other") String about,
            @Nullable @Size(max = 500) String words, @Nullable Instant answerBy) {}

    /** What an agent answers. */
    record NewAnswer(@NotBlank @Size(max = 500) String words) {}

    /** @param remark the buyer's words; null when there are none any more */
    record NewRemark(@Nullable @Size(max = 500) String remark) {}

    private final AskAboutOrder asking;
    private final VisibleOrders orders;
    private final QuestionSettings settings;
    private final Clock clock;

    QuestionController(AskAboutOrder asking, VisibleOrders orders, QuestionSettings settings, Clock clock) {
        this.settings = settings;
        this.asking = asking;
        this.orders = orders;
        this.clock = clock;
    }

    @PostMapping("/questions")
    @Operation(summary = "Asks the buyer for the address, or an agent in words; the held order waits for the answer")
    ResponseEntity<OrderView> ask(@PathVariable String id, @RequestBody @Valid NewQuestion body, Person person,
            CommandContext context) {
        orders.ofStaff(id, person);
        if (!Roles.mayAsk(person))
            throw ProblemException.forbidden();
        if (body.to().equals(Question.TO_BUYER) && !body.about().equals(Question.ADDRESS))
            throw new InvalidFieldException(List.of(new FieldProblem("about", "unknown-value",
                    Map.of("allowed", Question.ADDRESS))), null);
        if (body.to().equals(Question.TO_PRESALES) && (body.words() == null || body.words().isBlank()))
            throw new InvalidFieldException("words", "required", null);
        inTime(body.answerBy());
        return answer(asking.ask(id, body.to(), body.about(), body.words(), body.answerBy(), context), person);
    }

    @PostMapping("/questions/{questionId}/answer")
    @Operation(summary = "An agent answers a question to presales")
    ResponseEntity<OrderView> answer(@PathVariable String id, @PathVariable String questionId,
            @RequestBody @Valid NewAnswer body, Person person, CommandContext context) {
        var question = orders.ofStaff(id, person).aggregate().questions().find(questionId)
                .orElseThrow(ProblemException::notFound);
        if (!Roles.mayAnswer(person) || !question.to().equals(Question.TO_PRESALES))
            throw ProblemException.forbidden();
        return answer(asking.answer(id, questionId, body.words(), context), person);
    }

    @PostMapping("/address")
    @Operation(summary = "Changes where an order goes, until its waybill may be printed; a held order is looked at again")
    ResponseEntity<OrderView> change(@PathVariable String id, @RequestBody @Valid OrderRequests.NewAddress body,
            Person person, CommandContext context) {
        orders.of(id, person);
        if (!person.isBuyer() && !Roles.mayChangeAddress(person))
            throw ProblemException.forbidden();
        return answer(asking.changeAddress(id, body.address(), !person.isBuyer() && person.has("auditor"), context),
                person);
    }

    @PostMapping("/remark")
    @Operation(summary = "Changes the buyer's remark while something may still ship; an approved order is held for a look")
    ResponseEntity<OrderView> remark(@PathVariable String id, @RequestBody @Valid NewRemark body, Person person,
            CommandContext context) {
        orders.of(id, person);
        if (!person.isBuyer() && !Roles.mayChangeAddress(person))
            throw ProblemException.forbidden();
        var remark = body.remark() == null || body.remark().isBlank() ? null : body.remark();
        return answer(asking.changeRemark(id, remark, !person.isBuyer() && person.has("auditor"), context), person);
    }

    @PostMapping("/invoice")
    @Operation(summary = "Changes the invoice that the buyer wants; a held order is looked at again")
    ResponseEntity<OrderView> invoice(@PathVariable String id, @RequestBody @Valid OrderRequests.NewInvoice body,
            Person person, CommandContext context) {
        orders.of(id, person);
        if (!person.isBuyer() && !Roles.mayChangeAddress(person) && !person.has("finance"))
            throw ProblemException.forbidden();
        return answer(asking.changeInvoice(id, body.invoice(), context), person);
    }

    private void inTime(@Nullable Instant answerBy) {
        var now = clock.instant();
        var last = now.plus(settings.atMost());
        if (answerBy != null && (!answerBy.isAfter(now) || answerBy.isAfter(last)))
            throw new InvalidFieldException(List.of(new FieldProblem("answerBy", "out-of-range",
                    Map.of("min", now.toString(), "max", last.toString()))), null);
    }

    private static ResponseEntity<OrderView> answer(Outcome<Order> outcome, Person person) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
