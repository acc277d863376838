package io.shopcare.order.payments;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLists;
import io.shopcare.order.orders.PaymentFacet;
import io.shopcare.order.orders.VisibleOrders;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** Payments over HTTP: buyers begin them, finance sees those that do not fit. */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Payments")
class PaymentController {
    private static final int MOST_ORDERS = 20;

    private final BeginPayment begin;
    private final VisibleOrders orders;
    private final OrderLists lists;

    PaymentController(BeginPayment begin, VisibleOrders orders, OrderLists lists) {
        this.begin = begin;
        this.orders = orders;
        this.lists = lists;
    }

    /**
     * A payment that was begun.
     *
     * @param orders what of it is for which order
     */
    @Schema(name = "PaymentView")
    record View(String paymentNo, Money amount, @Nullable String payUrl, List<Payment.Part> orders) {
        static View of(Payment payment) {
            return new View(payment.paymentNo(), payment.asked(), payment.payUrl(), payment.parts());
        }
    }

    /** Orders of one buyer that are paid together. */
    record Together(@NotEmpty @Size(max = MOST_ORDERS) List<@NotBlank @Size(max = 200) String> orders) {}

    /** An order whose money does not fit. */
    record Mismatch(String orderId, String orderNo, Money total, Money received, Money surplus,
            List<PaymentFacet.Received> payments) {}

    @PostMapping("/orders/{id}/payments")
    @PreAuthorize("hasAnyRole('buyer', 'service')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins the payment of what is due; asked again, it is the same payment")
    View begin(@PathVariable String id, Person person, CommandContext context) {
        return View.of(begin.handle(orders.of(id, person).aggregate(), context).orThrow().stored().aggregate());
    }

    @PostMapping("/payments")
    @PreAuthorize("hasAnyRole('buyer', 'service')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins one payment of what is due for several orders of a buyer; each gets exactly its own")
    View together(@RequestBody @Valid Together body, Person person, CommandContext context) {
        var all = body.orders().stream().distinct().map(id -> orders.of(id, person).aggregate()).toList();
        if (all.stream().map(Order::buyer).distinct().count() > 1)
            throw new InvalidFieldException("orders", "of-several-buyers", null);
        if (all.stream().map(order -> order.sale().currency()).distinct().count() > 1)
            throw new InvalidFieldException("orders", "of-several-currencies", null);
        return View.of(begin.handle(all, context).orThrow().stored().aggregate());
    }

    @GetMapping("/payment-mismatches")
    @PreAuthorize("hasAnyRole('finance', 'supervisor')")
    @Operation(summary = "Orders that were paid too little, too much, twice, late, or in another currency")
    Page<Mismatch> mismatches(@RequestParam String shop, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return lists.mismatched(shop, Cursor.read(after, 2), limit)
                .map(order -> new Mismatch(order.orderId(), order.sale().orderNo(), order.sale().total(),
                        order.payment().sum(order.sale().currency()), order.balance().surplus(),
                        order.payment().received()));
    }
}
