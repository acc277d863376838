package io.shopcare.order.changes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderDeadlines;
import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.Roles;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.web.Etags;

/** Exchanging a line over HTTP; at the buyer's wish, by the shop's people. */
@RestController
@RequestMapping("/api/order/orders/{id}/lines/{lineId}/exchange")
@Tag(name = "Orders")
class ExchangeController {
    /** @param reason code of reasons.yaml */
    record NewExchange(@NotBlank @Size(max = 64) String sku,
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String reason) {}

    private final ExchangeLine exchange;
    private final VisibleOrders orders;

    ExchangeController(ExchangeLine exchange, VisibleOrders orders) {
        this.exchange = exchange;
        this.orders = orders;
    }

    @Bean
    static DeadlineHandler finishesExchanges(AggregateType<Order> orderType, ExchangeLine exchange) {
        return DeadlineHandler.of(orderType, OrderDeadlines.EXCHANGE, exchange::finish);
    }

    @PostMapping
    @Operation(summary = "Exchanges a paid line for another article: stock swapped all or nothing, the difference asked for or refunded; printing waits")
    ResponseEntity<OrderView> exchange(@PathVariable String id, @PathVariable String lineId,
            @RequestBody @Valid NewExchange body, Person person, CommandContext context) {
        var seen = orders.ofStaff(id, person).aggregate();
        if (!Roles.mayExchange(person))
            throw ProblemException.forbidden();
        var stored = exchange.handle(seen, lineId, body.sku(), body.reason(), context).orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
