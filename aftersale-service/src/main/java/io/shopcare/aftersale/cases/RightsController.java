package io.shopcare.aftersale.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.aftersale.orders.OrderCopies;
import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Coded;
import io.shopcare.aftersale.policies.PolicyCheck;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.ReturnQuestion;
import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;

/** The policy check before there is a case: may I send this back, until when, and who pays (A3)? */
@RestController
@RequestMapping("/api/aftersale/orders")
@Tag(name = "Rights", description = "What the rules give")
class RightsController {
    private final OrderCopies orders;
    private final CasePolicies policies;
    private final ProblemCatalogue texts;
    private final Clock clock;

    RightsController(OrderCopies orders, CasePolicies policies, ProblemCatalogue texts, Clock clock) {
        this.orders = orders;
        this.policies = policies;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param asOf when the order was so; older than now when order-service is away */
    record RightsView(String orderId, OrderCopy.Source source, Instant asOf, List<RightView> rights) {}

    @GetMapping("/{orderId}/rights")
    @Operation(summary = "What the rules give now for each line of an order, with the rule and version that says so")
    RightsView rights(@PathVariable String orderId,
            @Parameter(example = "unwanted") @RequestParam(defaultValue = "unwanted") String reason, Person person,
            Locale language) {
        var why = Coded.read(Reason.class, reason)
                .orElseThrow(() -> new InvalidFieldException("reason", "malformed", null));
        var order = find(orderId, person);
        var inForce = policies.of(order);
        return new RightsView(orderId, order.source(), order.asOf(), order.lines().stream().map(line -> {
            var question = new ReturnQuestion(why, clock.instant(), line.shipped() > 0, line.receivedAt(),
                    line.terms(), Set.of());
            return RightView.of(line.lineId(), PolicyCheck.of(inForce, question), policies, texts, language);
        }).toList());
    }

    private OrderCopy find(String orderId, Person person) {
        var copy = switch (orders.of(orderId)) {
            case Answer.Fresh<Optional<OrderCopy>>(var order) -> order;
            case Answer.Copy<Optional<OrderCopy>>(var order, var asOf) -> order;
            case Answer.NotAvailable<Optional<OrderCopy>>(var service) ->
                throw new ProblemException("service-unavailable", Map.of("service", service));
        };
        return copy.filter(order -> person.worksIn(order.shop()) || person.isBuyer(order.buyer().shop(),
                order.buyer().channel(), order.buyer().buyerId())).orElseThrow(ProblemException::notFound);
    }
}
