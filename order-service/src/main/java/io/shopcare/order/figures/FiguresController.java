package io.shopcare.order.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;

/** The figures of the order desk over HTTP. */
@RestController
@RequestMapping("/api/order/figures")
@Tag(name = "Figures")
class FiguresController {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final FiguresFollowOrders figures;

    FiguresController(FiguresFollowOrders figures) {
        this.figures = figures;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('supervisor', 'manager')")
    @Operation(summary = "Orders per state and hour, share straight through, hold reasons, audit time; at most 31 days")
    OrderFigures get(@RequestParam String shop, @RequestParam Instant from, @RequestParam Instant until,
            Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        if (!from.isBefore(until) || from.plus(LONGEST).isBefore(until))
            throw new InvalidFieldException(List.of(new FieldProblem("until", "out-of-range",
                    Map.of("min", from, "max", from.plus(LONGEST)))), null);
        return figures.of(shop, from, until);
    }
}
