package io.shopcare.order.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Pricing.Wanted;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
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
    private final ReserveStock reserve;
    private final KnownPromises promises;
    private final OrderNumbers numbers;
    private final Shops shops;
    private final Clock clock;

    public PlaceOrder(AggregateStore<Order> orders, FindGoods shelf, ReserveStock reserve, KnownPromises promises,
            OrderNumbers numbers, Shops shops, Clock clock) {
        this.orders = orders;
        this.shelf = shelf;
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
     */
    public record Command(Buyer buyer, String source, List<WantedLine> lines, Address address,
            @Nullable String remark, @Nullable String conversationId, Sale.@Nullable Discount discount,
            @Nullable String language) {}

    /** The order, or the reason that the buyer can do something about. */
    public Outcome<Order> handle(Command command, CommandContext context) {
        var orderId = context.newId();
        if (orders.find(orderId).isPresent())
            return orders.decide(orderId, context, Decision::unchanged);
        return switch (shelf.find(command)) {
            case FindGoods.Found.Refused(var why) -> refuse(why);
            case FindGoods.Found.Goods(var wanted) -> place(orderId, command, wanted, context);
        };
    }

    private Outcome<Order> place(String orderId, Command command, List<Wanted> wanted, CommandContext context) {
        var unfit = unfit(command, wanted);
        if (unfit.isPresent())
            return refuse(unfit.get());
        var sale = sale(orderId, command, wanted);
        if (wanted.stream().noneMatch(Wanted::waits)
                && reserve.handle(new ReserveStock.Request(sale.shop(), orderId, sale.buyer(), demand(command),
                        sale.payBy()), context.actor()) instanceof Outcome.Rejected<Reservation>(var why))
            return refuse(why);
        var lines = Pricing.lines(wanted, discount(command, sale.currency()), sale.placedAt());
        return orders.create(orderId, context, () -> Order.place(orderId, sale, lines,
                promises.waitingFor(orderId, sale.buyer(), sale.conversationId())));
    }

    private Optional<Rejection> unfit(Command command, List<Wanted> wanted) {
        var currency = shops.of(command.buyer().shop()).currency();
        var discount = command.discount();
        if (discount == null)
            return Optional.empty();
        if (!discount.amount().currency().equals(currency))
            return Optional.of(Rejection.rule("wrong-currency", Map.of("currency", currency)));
        boolean fits = discount.amount().isPositive()
                && discount.amount().compareTo(Pricing.goods(wanted, currency)) <= 0;
        return fits ? Optional.empty() : Optional.of(Rejection.rule("discount-too-large"));
    }

    private Sale sale(String orderId, Command command, List<Wanted> wanted) {
        Instant now = clock.instant();
        var shop = command.buyer().shop();
        var settings = shops.of(shop);
        var goods = Pricing.goods(wanted, settings.currency());
        var freight = settings.freightCharge();
        var discount = command.discount();
        return new Sale(shop, numbers.of(shop, orderId, now), command.buyer(), command.source(), command.address(),
                command.remark(), goods, discount == null ? List.of() : List.of(discount), freight,
                goods.minus(discount(command, settings.currency())).plus(freight), now,
                now.plus(settings.payWithin()), command.conversationId(), null,
                command.language() == null ? settings.language() : command.language(), settings.receipt());
    }

    private static Money discount(Command command, String currency) {
        return command.discount() == null ? Money.zero(currency) : command.discount().amount();
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
