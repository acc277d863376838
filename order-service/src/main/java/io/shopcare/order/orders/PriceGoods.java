package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.offers.Basket;
import io.shopcare.order.offers.Calculation;
import io.shopcare.order.offers.Left;
import io.shopcare.order.offers.Offer;
import io.shopcare.order.offers.Offers;
import io.shopcare.order.offers.Prices;
import io.shopcare.order.offers.Terms;
import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.orders.Pricing.Wanted;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Rejection;

/** Gathers what the price calculation needs, for quotes and for orders alike, and for orders that are priced again. */
@Component
public class PriceGoods {
    private final Offers offers;
    private final UseOffers uses;

    public PriceGoods(Offers offers, UseOffers uses) {
        this.offers = offers;
        this.uses = uses;
    }

    /**
     * @param orderId that will have this price; null for a quote
     * @param quote   taken off by an agent; null when nothing was
     */
    record Asked(@Nullable String orderId, Buyer buyer, List<Wanted> wanted, List<String> coupons,
            @Nullable Money quote, Money freight,
            Instant at) {

        Basket basket() {
            return new Basket(buyer.channel(), IntStream.range(0, wanted.size())
                    .mapToObj(i -> wanted.get(i).item(Integer.toString(i + 1))).toList(), coupons, quote, freight, at);
        }
    }

    /** What it costs by the offers of this moment. */
    Price handle(Asked asked) {
        var shop = asked.buyer().shop();
        var all = new ArrayList<>(offers.running(shop, asked.at()));
        asked.coupons().stream().distinct().map(code -> offers.find(shop, code)).flatMap(Optional::stream)
                .filter(offer -> offer.terms().coupon()).forEach(all::add);
        var calculation = Prices.of(asked.basket(), all, offer -> uses.left(offer, asked.buyer(), asked.orderId()));
        return new Price(calculation, calculation.applied().map(applied -> all.stream()
                .filter(offer -> offer.offerId().equals(applied.offerId())).findFirst().orElseThrow())
                .filter(offer -> !offer.terms().limits().equals(Terms.Limits.NONE)).map(UseOffers.Used::of).toList());
    }

    /**
     * What other lines of an order would cost at the prices of its purchase: by the offers that it got, in the versions
     * that it got, at the moment when it was placed. What an agent took off stays off.
     */
    public Calculation again(Order order, List<Basket.Item> items) {
        var sale = order.sale();
        var price = sale.price();
        var got = price == null
                ? List.<Offer>of()
                : price.calculation().applied().map(applied -> offers.find(order.shop(), applied.offerId(),
                        applied.version())).flatMap(Optional::stream).toList();
        var coupons = got.stream().filter(offer -> offer.terms().coupon()).map(Offer::offerId).toList();
        Function<Offer, Left> mine = offer -> Left.NO_END;
        return Prices.of(new Basket(order.buyer().channel(), items, coupons, quote(sale), sale.freight(),
                sale.placedAt()), got, mine);
    }

    /**
     * What a line is worth with other goods in it: what the order costs with them and with its other lines as they are now,
     * less what those are worth; so a discount that goes, or comes, counts once. The goods that were bought first are worth
     * what they were then, whatever their page says today.
     */
    public Money worth(Order order, OrderLine line, Basket.Item other) {
        var bought = order.lines().stream().map(each -> Exchanging.agreed(order, each)).toList();
        var then = order.lines().stream().flatMap(each -> Exchanging.now(order, each,
                each.lineId().equals(line.lineId()) ? in(order, each, other) : null).stream()).toList();
        var more = again(order, then).total().minus(again(order, bought).total());
        var agreed = Money.sum(more.currency(), order.lines().stream().map(OrderLine::amount).toList());
        var others = Money.sum(more.currency(), order.lines().stream()
                .filter(each -> !each.lineId().equals(line.lineId())).map(order::worth).toList());
        var worth = agreed.plus(more).minus(others);
        return worth.isNegative() ? Money.zero(worth.currency()) : worth;
    }

    private static Basket.Item in(Order order, OrderLine line, Basket.Item other) {
        var bought = Exchanging.agreed(order, line);
        return bought.sku().equals(other.sku())
                ? new Basket.Item(bought.lineId(), bought.sku(), bought.productId(), bought.category(),
                        bought.unitPrice(), other.quantity())
                : other;
    }

    /** Why an order can't be placed at this price; empty when it can. A coupon that does not count is no surprise. */
    static Optional<Rejection> objection(Asked asked, Price price) {
        var calculation = price.calculation();
        var quote = asked.quote();
        if (quote != null && Money.sum(quote.currency(), calculation.quote()).compareTo(quote) < 0)
            return Optional.of(Rejection.rule("discount-too-large"));
        if (!calculation.total().isPositive()) // no payment would come, and nothing goes on without one
            return Optional.of(Rejection.rule("nothing-to-pay"));
        if (calculation.total().isTooLarge())
            return Optional.of(Rejection.rule("amount-too-large", Map.of("max", Long.toString(Money.MOST))));
        if (asked.coupons().isEmpty() || calculation.applied().anyMatch(Calculation.Considered::coupon))
            return Optional.empty();
        return calculation.offers().stream().filter(offer -> asked.coupons().contains(offer.offerId())).findFirst()
                .map(offer -> Rejection.rule(offer.reason(), offer.facts()));
    }

    /** What was taken off, and why, as the order tells it. */
    static List<Sale.Discount> discounts(Calculation calculation, Sale.@Nullable Discount quote) {
        var discounts = new ArrayList<Sale.Discount>();
        calculation.applied().forEach(offer -> discounts.add(new Sale.Discount(offer.coupon() ? "coupon" : "offer",
                offer.offerId(), offer.amount())));
        if (quote != null)
            discounts.add(quote);
        return List.copyOf(discounts);
    }

    private static @Nullable Money quote(Sale sale) {
        var quoted = sale.discounts().stream().filter(discount -> discount.kind().equals("quote"))
                .map(Sale.Discount::amount).toList();
        return quoted.isEmpty() ? null : Money.sum(sale.currency(), quoted);
    }
}
