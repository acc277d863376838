package io.shopcare.order.changes;

import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
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
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.web.Etags;

/** Exchanging a line over HTTP; at the buyer's wish, by the shop's people. */
@RestController
@RequestMapping("/api/order/orders/{id}/lines/{lineId}/exchange")
@Tag(name = "Orders")
class ExchangeController {
    /**
     * @param reason code of reasons.yaml
     * @param from   what the line was when its author looked; whoever comes after another hears who that was. Null: as it is
     */
    record NewExchange(@NotBlank @Size(max = 64) String sku,
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String reason,
            @Nullable @Size(max = 64) String from) {}

    /** @param reason code of reasons.yaml */
    record DifferenceWaiver(@NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String reason) {}

    private final ExchangeLine exchange;
    private final AggregateStore<Order> store;
    private final Clock clock;
    private final VisibleOrders orders;

    ExchangeController(ExchangeLine exchange, VisibleOrders orders, AggregateStore<Order> store, Clock clock) {
        this.exchange = exchange;
        this.store = store;
        this.clock = clock;
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
        var stored = exchange.handle(seen, lineId, body.from(), body.sku(), body.reason(), context).orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }

    @PostMapping("/waiver")
    @Operation(summary = "Lets the unpaid difference of the line's last exchange go, as when it is the shop's fault; the order prints without it")
    ResponseEntity<OrderView> waive(@PathVariable String id, @PathVariable String lineId,
            @RequestBody @Valid DifferenceWaiver body, Person person, CommandContext context) {
        orders.ofStaff(id, person);
        if (!Roles.mayWaiveDifference(person))
            throw ProblemException.forbidden();
        var stored = store.decide(id, context, order -> order.waiveDifference(lineId, ActorRef.of(person.actor()),
                body.reason(), clock.instant())).orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
