package io.shopcare.order.adjustments;

import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.PriceAdjustment;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Etags;

/** Prices of unpaid orders over HTTP. */
@RestController
@Tag(name = "Orders")
class PriceController {
    /**
     * @param goodsOff   taken off the goods, or off one line
     * @param freightOff taken off the freight
     * @param reason     code of reasons.yaml, section price
     * @param quoteId    the accepted quote that a service carries out; counted once, whoever repeats it
     * @param belowFloor that the author knows it goes below a floor price
     */
    record NewAdjustment(@Nullable Money goodsOff, @Nullable Money freightOff, @Nullable @Size(max = 200) String lineId,
            @NotNull @Pattern(regexp = "bargained|bulk|goodwill|price-mistake|freight-waived|quote-accepted") String reason,
            @Nullable @Size(max = 200) String quoteId, @Nullable Boolean belowFloor) {}

    private final AdjustPrice adjust;
    private final VisibleOrders visible;
    private final PriceAuthority authority;

    PriceController(AdjustPrice adjust, VisibleOrders visible, PriceAuthority authority) {
        this.adjust = adjust;
        this.visible = visible;
        this.authority = authority;
    }

    @PostMapping("/api/order/orders/{id}/price-adjustments")
    @PreAuthorize("hasAnyRole('presales', 'supervisor', 'service')")
    @Operation(summary = "Lowers the price of an order that is not paid, within the author's authority")
    ResponseEntity<OrderView> adjust(@PathVariable String id, @RequestBody @Valid NewAdjustment body, Person person,
            CommandContext context) {
        var currency = visible.ofStaff(id, person).aggregate().sale().currency();
        var goods = Objects.requireNonNullElse(body.goodsOff(), Money.zero(currency));
        var freight = Objects.requireNonNullElse(body.freightOff(), Money.zero(currency));
        check("goodsOff", goods, goods.isZero() && freight.isZero());
        check("freightOff", freight, false);
        if (body.quoteId() != null && !person.isService())
            throw new InvalidFieldException("quoteId", "unknown-field", null);
        var adjustment = new PriceAdjustment(body.quoteId() == null ? context.newId() : body.quoteId(),
                body.quoteId() == null ? "adjustment" : "quote", goods, freight, body.lineId(), body.reason(),
                ActorRef.of(person.actor()), person.isService() ? null : authority.name());
        var stored = adjust.handle(new AdjustPrice.Command(id, adjustment, person.roles(),
                Boolean.TRUE.equals(body.belowFloor())), context).orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }

    private static void check(String field, Money amount, boolean isMissing) {
        if (amount.isNegative() || isMissing)
            throw new InvalidFieldException(field, isMissing ? "required" : "negative", null);
    }
}
