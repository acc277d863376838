package io.shopcare.order.orders;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.orders.OrderLists.Which;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Orders over HTTP. Buyers see their own, staff those of their shops; to all others there is no such order. */
@RestController
@RequestMapping("/api/order/orders")
@Tag(name = "Orders")
class OrderController {
    private final PlaceOrder place;
    private final VisibleOrders visible;
    private final AggregateStore<Order> orders;
    private final OrderLists lists;
    private final Timeline timeline;
    private final Reservations reservations;

    OrderController(PlaceOrder place, VisibleOrders visible, AggregateStore<Order> orders, OrderLists lists,
            Timeline timeline, Reservations reservations) {
        this.place = place;
        this.visible = visible;
        this.orders = orders;
        this.lists = lists;
        this.timeline = timeline;
        this.reservations = reservations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('buyer', 'presales', 'service')")
    @Operation(summary = "Places an order; presales and services place it on a buyer's behalf")
    ResponseEntity<OrderView> place(@RequestBody @Valid OrderRequests.NewOrder body, Person person,
            CommandContext context) {
        if (!person.isIn(body.shop()))
            throw ProblemException.notFound();
        var placed = place.handle(command(body, person), context).orThrow().stored();
        return Etags.created(URI.create("/api/order/orders/" + placed.id()), placed,
                OrderView.of(placed.aggregate(), person));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One order with its facets, holds, promises and what the caller may do")
    ResponseEntity<OrderView> get(@PathVariable String id, Person person) {
        return answer(visible.of(id, person), person);
    }

    @GetMapping
    @Operation(summary = "Orders of a shop, newest first: all, by phase, by flag, by buyer, or the one with a number")
    Page<OrderView> list(@RequestParam String shop, @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String buyerId,
            @RequestParam(required = false) @Nullable String orderNo,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Person person) {
        var which = flag == null
                ? which(shop, phase, channel, buyerId, orderNo, person)
                : flagged(shop, flag, person);
        return lists.page(shop, which, Cursor.read(after, 2), limit).map(order -> OrderView.of(order, person));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "Everything that happened to an order, as it was published; buyers read what befell them")
    Page<Timeline.Entry> timeline(@PathVariable String id, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit, Person person) {
        var order = visible.of(id, person).aggregate();
        return timeline.of(id, person.worksIn(order.shop()), Cursor.read(after, 1), limit);
    }

    @GetMapping("/{id}/snapshot")
    @PreAuthorize("hasAnyRole('service', 'aftersales', 'supervisor')")
    @Operation(summary = "Facts and figures of an order for another service")
    ResponseEntity<OrderSnapshot> snapshot(@PathVariable String id, Person person) {
        var stored = visible.ofStaff(id, person);
        var places = reservations.of(id).map(Reservation::places).orElse(Map.of());
        return Etags.ok(stored, OrderSnapshot.of(stored.aggregate(), stored.version(), places));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Cancels an order while no parcel is on its way through the warehouse")
    ResponseEntity<OrderView> cancel(@PathVariable String id, @RequestBody @Valid OrderRequests.Cancellation body,
            Person person, CommandContext context) {
        visible.of(id, person);
        if (!person.isBuyer() && !Roles.mayCancel(person))
            throw ProblemException.forbidden();
        var reason = person.isBuyer() ? "buyer-request" : body.reason();
        return answer(orders.decide(id, context, order -> order.cancel(reason)).orThrow().stored(), person);
    }

    /** A buyer's list is always the buyer's own, whatever was asked for. */
    private static Which which(String shop, @Nullable String phase, @Nullable String channel,
            @Nullable String buyerId, @Nullable String orderNo, Person person) {
        if (person.isBuyer() && person.isIn(shop)) {
            boolean own = (buyerId == null || buyerId.equals(person.id()))
                    && (channel == null || channel.equals(person.channel()));
            if (!own || orderNo != null || phase != null)
                throw own ? new InvalidFieldException("phase", "unknown-field", null) : ProblemException.notFound();
            return new Which.OfBuyer(Objects.requireNonNullElse(person.channel(), ""), person.id());
        }
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        if (buyerId != null)
            return new Which.OfBuyer(channel == null ? "web" : channel, buyerId);
        if (orderNo != null)
            return new Which.Numbered(orderNo);
        return phase == null ? new Which.All() : new Which.InPhase(phase(phase));
    }

    private static Which flagged(String shop, String flag, Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return new Which.Flagged(Arrays.stream(SellerNote.Flag.values()).filter(each -> each.code().equals(flag))
                .findFirst().orElseThrow(() -> new InvalidFieldException("flag", "malformed", null)));
    }

    private static Phase phase(String code) {
        return Arrays.stream(Phase.values()).filter(phase -> phase.code().equals(code)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("phase", "malformed", null));
    }

    private static PlaceOrder.Command command(OrderRequests.NewOrder body, Person person) {
        var lines = body.lines().stream().map(line -> new PlaceOrder.WantedLine(line.sku(), line.quantity(),
                Boolean.TRUE.equals(line.returnExceptionConfirmed()), line.seenRevision())).toList();
        var discount = body.discount();
        var coupons = body.coupons() == null ? List.<String>of() : body.coupons();
        var invoice = body.invoice() == null ? null : body.invoice().invoice();
        if (person.isBuyer()) {
            if (body.buyer() != null || discount != null)
                throw ProblemException.forbidden();
            var buyer = new Buyer(body.shop(), Objects.requireNonNullElse(person.channel(), "web"), person.id());
            return new PlaceOrder.Command(buyer, "shop", lines, body.address().address(), body.remark(),
                    body.conversationId(), null, person.locale(), coupons, body.total(),
                    body.reservationId(), invoice);
        }
        var behalf = body.buyer();
        if (behalf == null)
            throw new InvalidFieldException("buyer", "required", null);
        return new PlaceOrder.Command(new Buyer(body.shop(), behalf.channel(), behalf.buyerId()), "presale", lines,
                body.address().address(), body.remark(), body.conversationId(),
                discount == null ? null : new Sale.Discount("quote", discount.reference(), discount.amount()), null,
                coupons, body.total(), body.reservationId(), invoice);
    }

    private static ResponseEntity<OrderView> answer(Stored<Order> stored, Person person) {
        return Etags.ok(stored, OrderView.of(stored.aggregate(), person));
    }
}
