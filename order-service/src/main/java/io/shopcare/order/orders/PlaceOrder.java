package io.shopcare.order.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.orders.Pricing.Wanted;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Places an order: its stock is held first, as a whole or not at all, then the order is written. Killed in between, a
 * repeat goes on; without one, the reservation's deadline gives the stock back.
 */
@Component
public class PlaceOrder {
    private final AggregateStore<Order> orders;
    private final FindGoods shelf;
    private final PriceGoods prices;
    private final UseOffers uses;
    private final TakeReservation reservation;
    private final ReserveStock reserve;
    private final KnownPromises promises;
    private final OrderNumbers numbers;
    private final Shops shops;
    private final Clock clock;

    public PlaceOrder(AggregateStore<Order> orders, FindGoods shelf, PriceGoods prices, UseOffers uses,
            TakeReservation reservation, ReserveStock reserve, KnownPromises promises,
            OrderNumbers numbers, Shops shops, Clock clock) {
        this.orders = orders;
        this.shelf = shelf;
        this.prices = prices;
        this.uses = uses;
        this.reservation = reservation;
        this.reserve = reserve;
        this.promises = promises;
        this.numbers = numbers;
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * @param exceptionConfirmed whether the buyer confirmed that it can't be returned without reason (R3)
     * @param seen               revision of the page that the buyer saw; null for the present one
     */
    public record WantedLine(String sku, int quantity, boolean exceptionConfirmed, @Nullable Integer seen) {

        /** As its page is now. */
        public WantedLine(String sku, int quantity, boolean exceptionConfirmed) {
            this(sku, quantity, exceptionConfirmed, null);
        }
    }

    /**
     * @param source   shop or presale
     * @param discount what an agent took off; null for the price of the page
     * @param language of what the buyer is told; null for the shop's
     * @param coupons  that the buyer named
     * @param total    that the buyer saw; null when the price of the moment is taken
     * @param reservationId of the cart that it comes from; null when nothing is held yet
     * @param invoice  that the buyer wants; null when none
     */
    public record Command(Buyer buyer, String source, List<WantedLine> lines, Address address,
            @Nullable String remark, @Nullable String conversationId, Sale.@Nullable Discount discount,
            @Nullable String language, List<String> coupons, @Nullable Money total, @Nullable String reservationId,
            @Nullable Invoice invoice) {

        /** Without a coupon. */
        public Command(Buyer buyer, String source, List<WantedLine> lines, Address address, @Nullable String remark,
                @Nullable String conversationId, Sale.@Nullable Discount discount, @Nullable String language) {
            this(buyer, source, lines, address, remark, conversationId, discount, language, List.of(), null, null,
                    null);
        }
    }

    /** The order, or the reason that the buyer can do something about. */
    public Outcome<Order> handle(Command command, CommandContext context) {
        if (command.reservationId() == null)
            return handle(context.newId(), command, context);
        var reserved = reservation.orderOf(command.reservationId(), command.buyer());
        if (reserved.isEmpty())
            return refuse(Rejection.rule("reservation-unknown"));
        if (orders.find(reserved.get()).isPresent()) // a repeat hears what it heard before
            return orders.decide(reserved.get(), context,
                    taken -> Decision.reject(Rejection.notNow("reservation-taken")));
        var objection = reservation.objection(reserved.get(), demand(command));
        return objection.isPresent() ? refuse(objection.get()) : handle(reserved.get(), command, context);
    }

    private Outcome<Order> handle(String orderId, Command command, CommandContext context) {
        if (orders.find(orderId).isPresent())
            return orders.decide(orderId, context, Decision::unchanged);
        return switch (shelf.find(command.buyer().shop(), command.lines(), command.address().country(),
                reservation.isHeld(orderId))) {
            case FindGoods.Found.Refused(var why) -> refuse(why);
            case FindGoods.Found.Goods(var wanted) -> price(orderId, command, wanted, context);
        };
    }

    private Outcome<Order> price(String orderId, Command command, List<Wanted> wanted, CommandContext context) {
        var settings = shops.of(command.buyer().shop());
        var quote = command.discount() == null ? null : command.discount().amount();
        if (quote != null && !quote.currency().equals(settings.currency()))
            return refuse(Rejection.rule("wrong-currency", Map.of("currency", settings.currency())));
        if (quote != null && !quote.isPositive())
            return refuse(Rejection.rule("discount-too-large"));
        var asked = new PriceGoods.Asked(orderId, command.buyer(), wanted, command.coupons(), quote,
                settings.freightCharge(), clock.instant());
        var price = prices.handle(asked);
        var objection = PriceGoods.objection(asked, price).or(() -> dearer(command.total(), price));
        return objection.isPresent()
                ? refuse(objection.get())
                : place(sale(orderId, command, price, asked.at()), orderId, command, wanted, context);
    }

    /** Uses of offers and stock are taken first; what is taken in vain goes back, at once or by a deadline. */
    private Outcome<Order> place(Sale sale, String orderId, Command command, List<Wanted> wanted,
            CommandContext context) {
        var used = sale.used();
        var usedUp = uses.claim(orderId, sale.buyer(), used);
        if (usedUp.isPresent())
            return refuse(usedUp.get());
        if ((wanted.stream().noneMatch(Wanted::waits) || reservation.isHeld(orderId))
                && reserve.handle(new ReserveStock.Request(sale.shop(), orderId, sale.buyer(), demand(command),
                        sale.payBy(), null, context),
                        context.actor()) instanceof Outcome.Rejected<Reservation>(var why)) {
            if (orders.find(orderId).isEmpty()) // else a twin has placed it
                uses.giveBack(orderId, sale.buyer(), used);
            return refuse(why);
        }
        var takenBack = uses.claim(orderId, sale.buyer(), used); // renewed: the order is written within minutes of it
        if (takenBack.isPresent())
            return refuse(takenBack.get());
        var lines = Pricing.lines(wanted, Objects.requireNonNull(sale.price()).calculation(), sale.placedAt());
        return orders.create(orderId, context, () -> Order.place(orderId, sale, lines,
                promises.waitingFor(orderId, sale.buyer(), sale.conversationId())));
    }

    /** Nobody pays more than the total that they saw. */
    private static Optional<Rejection> dearer(@Nullable Money seen, Price price) {
        var total = price.calculation().total();
        if (seen == null || seen.currency().equals(total.currency()) && total.compareTo(seen) <= 0)
            return Optional.empty();
        return Optional.of(Rejection.notNow("total-changed",
                Map.of("seen", seen.toString(), "total", total.toString())));
    }

    private Sale sale(String orderId, Command command, Price price, Instant now) {
        var shop = command.buyer().shop();
        var settings = shops.of(shop);
        var calculation = price.calculation();
        return new Sale(shop, numbers.of(shop, orderId, now), command.buyer(), command.source(), command.address(),
                command.remark(), calculation.goods(), PriceGoods.discounts(calculation, command.discount()),
                calculation.freight(), calculation.total(), now, now.plus(settings.payWithin()),
                command.conversationId(), null,
                command.language() == null ? settings.language() : command.language(), settings.receipt(), price,
                command.invoice(), null);
    }

    /** Demand is summed per SKU before it is checked (O9). */
    private static Map<String, Integer> demand(Command command) {
        var demand = new TreeMap<String, Integer>();
        command.lines().forEach(line -> demand.merge(line.sku(), line.quantity(), Integer::sum));
        return demand;
    }

    private static Outcome<Order> refuse(Rejection why) {
        return new Outcome.Rejected<>(why);
    }
}
