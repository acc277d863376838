package io.shopcare.order.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderView;
import io.shopcare.order.orders.PaymentResolution;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.web.Etags;

/** Finance's desk: money that came by bank, and money that does not fit. */
@RestController
@RequestMapping("/api/order/orders/{id}")
@PreAuthorize("hasAnyRole('finance', 'supervisor')")
@Tag(name = "Payments")
class SettlementController {
    private static final int HOURS = 24;

    /** @param reference of the bank; unique in the shop */
    record NewBankTransfer(@NotBlank @Size(max = 64) @Pattern(regexp = "[0-9A-Za-z_-]+") String reference,
            @NotNull Money amount) {}

    /**
     * @param reason      code of reasons.yaml, section payment
     * @param withinHours how long the rest may be paid; a day when nothing is said
     */
    record NewResolution(@NotNull @Pattern(regexp = "refund|accept-shortfall|ask-the-rest|revive") String kind,
            @NotNull @Pattern(regexp = "bank-fee|buyers-decision|kept-as-goodwill|paid-by-mistake") String reason,
            @Nullable @Size(max = 500) String note, @Nullable @Min(1) @Max(720) Integer withinHours) {}

    private final VisibleOrders visible;
    private final ConfirmTransfer confirm;
    private final ResolvePayment resolve;
    private final Clock clock;

    SettlementController(VisibleOrders visible, ConfirmTransfer confirm, ResolvePayment resolve, Clock clock) {
        this.visible = visible;
        this.confirm = confirm;
        this.resolve = resolve;
        this.clock = clock;
    }

    @PostMapping("/bank-transfers")
    @Operation(summary = "Confirms by hand that money came by bank; a reference counts once, however often it is sent")
    ResponseEntity<OrderView> transfer(@PathVariable String id, @RequestBody @Valid NewBankTransfer body, Person person,
            CommandContext context) {
        var seen = visible.ofStaff(id, person).aggregate();
        if (!body.amount().isPositive())
            throw new InvalidFieldException("amount", "not-positive", null);
        return answer(confirm.handle(seen, body.reference(), body.amount(), context), person);
    }

    @PostMapping("/payment-resolutions")
    @Operation(summary = "Settles money that does not fit: give it back, accept less, ask for the rest, revive what closed")
    ResponseEntity<OrderView> resolve(@PathVariable String id, @RequestBody @Valid NewResolution body, Person person,
            CommandContext context) {
        var seen = visible.ofStaff(id, person).aggregate();
        var resolution = new PaymentResolution(context.newId(),
                PaymentResolution.Kind.find(body.kind()).orElseThrow(), body.reason(), body.note(),
                ActorRef.of(person.actor()), clock.instant());
        var within = Duration.ofHours(Objects.requireNonNullElse(body.withinHours(), HOURS));
        return answer(resolve.handle(seen, resolution, within, context), person);
    }

    private static ResponseEntity<OrderView> answer(Outcome<Order> outcome, Person person) {
        var stored = outcome.orThrow().stored();
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
