package io.shopcare.order.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.Question;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** What auditors ask agents, for those whose buyer is in no conversation just now too. */
@RestController
@RequestMapping("/api/order/open-questions")
@Tag(name = "Questions")
class OpenQuestionsController {
    private final AuditQueue queue;

    OpenQuestionsController(AuditQueue queue) {
        this.queue = queue;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('presales', 'auditor', 'supervisor')")
    @Operation(summary = "Held orders that wait for an agent's answer, by deadline and value")
    Page<OrderView> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return queue.page(shop, Question.TO_PRESALES, null, Cursor.read(after, 3), limit)
                .map(order -> OrderView.of(order, person));
    }
}
