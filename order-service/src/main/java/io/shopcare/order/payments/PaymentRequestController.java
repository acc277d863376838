package io.shopcare.order.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PaymentReason;
import io.shopcare.order.orders.PaymentReason.Covers;
import io.shopcare.order.orders.PaymentRequest;
import io.shopcare.order.orders.PaymentRequestView;
import io.shopcare.order.orders.Roles;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;

/** Asking a buyer for more money, over HTTP; the requests of an order are part of the order's page too. */
@RestController
@RequestMapping("/api/order/orders/{id}/payment-requests")
@Tag(name = "Payments")
class PaymentRequestController {
    private static final int HOURS = 24;

    /**
     * @param withinHours until when it may be paid; a day when nothing is said
     * @param note        words to the buyer
     */
    record NewPaymentRequest(@NotNull Money amount,
            @NotNull @Pattern(regexp = "exchange-difference|redirect-price|freight-difference|shortfall") String reason,
            @Nullable @Size(max = 200) String lineId, @Nullable @Min(1) @Max(720) Integer withinHours,
            @Nullable @Size(max = 500) String note) {}

    private final AggregateStore<Order> orders;
    private final VisibleOrders visible;
    private final BeginPayment begin;
    private final Clock clock;

    PaymentRequestController(AggregateStore<Order> orders, VisibleOrders visible, BeginPayment begin, Clock clock) {
        this.orders = orders;
        this.visible = visible;
        this.begin = begin;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks the buyer for more money: an amount with a reason, until a time; printing waits for it")
    PaymentRequestView ask(@PathVariable String id, @RequestBody @Valid NewPaymentRequest body, Person person,
            CommandContext context) {
        visible.ofStaff(id, person);
        if (!Roles.mayAskForMoney(person))
            throw ProblemException.forbidden();
        var request = request(body, person, context);
        var asked = orders.decide(id, context, order -> order.requestPayment(request)).orThrow().stored().aggregate();
        return view(asked, request.requestId(), person);
    }

    @GetMapping
    @Operation(summary = "The payment requests of an order, over ones too, for its buyer and the shop's people")
    List<PaymentRequestView> ofOrder(@PathVariable String id, Person person) {
        var order = visible.of(id, person).aggregate();
        return order.payment().requests().stream().map(request -> PaymentRequestView.of(order, request, person))
                .toList();
    }

    @PostMapping("/{requestId}/payments")
    @PreAuthorize("hasAnyRole('buyer', 'service')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins the payment of a payment request; asked again, it is the same payment")
    PaymentController.View pay(@PathVariable String id, @PathVariable String requestId, Person person,
            CommandContext context) {
        var order = visible.of(id, person).aggregate();
        var request = order.payment().request(requestId).orElseThrow(ProblemException::notFound);
        return PaymentController.View.of(begin.handle(order, request, context).orThrow().stored().aggregate());
    }

    @PostMapping("/{requestId}/withdrawal")
    @Operation(summary = "Takes a payment request back")
    PaymentRequestView withdraw(@PathVariable String id, @PathVariable String requestId, Person person,
            CommandContext context) {
        visible.ofStaff(id, person);
        if (!Roles.mayAskForMoney(person))
            throw ProblemException.forbidden();
        var order = orders.decide(id, context, seen -> seen.withdrawPaymentRequest(requestId)).orThrow().stored()
                .aggregate();
        return view(order, requestId, person);
    }

    private static PaymentRequestView view(Order order, String requestId, Person person) {
        return PaymentRequestView.of(order, order.payment().request(requestId).orElseThrow(ProblemException::notFound),
                person);
    }

    private PaymentRequest request(NewPaymentRequest body, Person person, CommandContext context) {
        var reason = PaymentReason.find(body.reason()).orElseThrow();
        boolean isForLine = reason.covers() == Covers.LINE;
        if (isForLine != (body.lineId() != null))
            throw new InvalidFieldException("lineId", isForLine ? "required" : "unknown-field", null);
        if (!body.amount().isPositive())
            throw new InvalidFieldException("amount", "not-positive", null);
        var now = clock.instant();
        var within = Duration.ofHours(Objects.requireNonNullElse(body.withinHours(), HOURS));
        return PaymentRequest.of(context.newId(), body.amount(), reason, body.lineId(), body.note(),
                ActorRef.of(person.actor()), now, now.plus(within));
    }
}
