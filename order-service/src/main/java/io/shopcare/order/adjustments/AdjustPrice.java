package io.shopcare.order.adjustments;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PriceAdjustment;
import io.shopcare.order.orders.Sale;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Lowers the price of an unpaid order within the author's authority, and not below the floor price unsaid (O3). */
@Component
class AdjustPrice {
    private final AggregateStore<Order> orders;
    private final FloorPrices floors;
    private final PriceAuthority authority;

    AdjustPrice(AggregateStore<Order> orders, FloorPrices floors, PriceAuthority authority) {
        this.orders = orders;
        this.floors = floors;
        this.authority = authority;
    }

    /**
     * @param roles      of the author; a service has its own rules and no limit here
     * @param belowFloor whether the author knows, and says, that it goes below a floor price
     */
    record Command(String orderId, PriceAdjustment adjustment, Collection<String> roles, boolean belowFloor) {
        boolean isByService() {
            return roles.contains("service");
        }
    }

    Outcome<Order> handle(Command command, CommandContext context) {
        return orders.decide(command.orderId(), context, order -> judge(order, command));
    }

    private Decision<Order> judge(Order order, Command command) {
        var adjusted = order.adjustPrice(command.adjustment());
        boolean changes = adjusted instanceof Decision.Accepted<Order>(var next, var events, var riders, var answers)
                && !events.isEmpty();
        if (!changes || command.isByService())
            return adjusted;
        var limit = authority.limit(command.roles(), order.sale().goods());
        if (givenSoFar(order).plus(command.adjustment().goodsOff()).compareTo(limit) > 0)
            return Decision.reject(Rejection.rule("above-price-authority", Map.of("limit", limit.toString())));
        boolean mayGoBelow = command.belowFloor() && authority.mayGoBelowTheFloor(command.roles());
        return mayGoBelow ? adjusted : belowFloor(((Decision.Accepted<Order>) adjusted).aggregate()).orElse(adjusted);
    }

    private static Money givenSoFar(Order order) {
        return Money.sum(order.sale().currency(), order.sale().discounts().stream()
                .filter(discount -> discount.kind().equals("adjustment")).map(Sale.Discount::amount).toList());
    }

    private Optional<Decision<Order>> belowFloor(Order next) {
        var country = next.sale().address().country();
        for (var line : next.lines()) {
            var floor = floors.of(next.shop(), line.sku(), country);
            if (floor.filter(least -> line.amount().compareTo(least.times(line.quantity())) < 0).isPresent())
                return Optional.of(Decision.reject(Rejection.rule("below-floor-price",
                        Map.of("sku", line.sku(), "floor", floor.get().toString()))));
        }
        return Optional.empty();
    }
}
