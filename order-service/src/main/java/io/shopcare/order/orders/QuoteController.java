package io.shopcare.order.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.order.catalogue.Selling;
import io.shopcare.order.offers.Calculation;
import io.shopcare.order.orders.Pricing.Wanted;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.RejectedException;

/** What goods cost and why, before they are ordered and afterwards. Asking changes nothing and may be repeated. */
@RestController
@RequestMapping("/api/order")
@Tag(name = "Prices")
class QuoteController {

    /** @param country where it would go, when it is known */
    record NewQuote(@NotBlank String shop, @NotEmpty @Size(max = 200) List<OrderRequests.@Valid NewLine> lines,
            @Nullable @Size(max = 5) List<@NotBlank @Size(max = 64) String> coupons,
            @Nullable @Pattern(regexp = "[A-Z]{2}") String country, OrderRequests.@Nullable @Valid OnBehalfOf buyer) {}

    /** A line; {@code seenRevision} of an order may name the revision. */
    @Schema(name = "QuoteLine")
    record Line(String lineId, String sku, int quantity, int revision, Selling selling, Money unitPrice, Money full,
            Money discount, Money amount) {}

    /** An offer, and in words why it counts or not. */
    record ConsideredOffer(String offerId, int version, String name, boolean coupon, boolean applied, Money amount,
            String reason, String message) {}

    /** {@code goods - discount + freight = total}; an order may name the total, and is refused if it became more. */
    record Quote(List<Line> lines, List<ConsideredOffer> offers, Money goods, Money discount, Money freight,
            Money total, Instant at) {}

    /** The same of an order. */
    record OrderPrice(List<Calculation.Line> lines, List<ConsideredOffer> offers, Money goods, Money discount,
            Money freight, Money total) {}

    private final FindGoods shelf;
    private final PriceGoods prices;
    private final VisibleOrders visible;
    private final Shops shops;
    private final ProblemCatalogue words;
    private final Clock clock;

    QuoteController(FindGoods shelf, PriceGoods prices, VisibleOrders visible, Shops shops, ProblemCatalogue words,
            Clock clock) {
        this.shelf = shelf;
        this.prices = prices;
        this.visible = visible;
        this.shops = shops;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/quotes")
    @PreAuthorize("hasAnyRole('buyer', 'presales', 'service')")
    @Operation(summary = "What goods cost at this moment, and why each offer counts or not", description = "Holds nothing: POST /api/order/reservations does.")
    Quote quote(@RequestBody @Valid NewQuote body, Person person, Locale locale) {
        if (!person.isIn(body.shop()))
            throw ProblemException.notFound();
        var buyer = buyer(body, person);
        var lines = body.lines().stream().map(line -> new PlaceOrder.WantedLine(line.sku(), line.quantity(), false,
                line.seenRevision())).toList();
        var now = clock.instant();
        return switch (shelf.find(body.shop(), lines, body.country(), false)) {
            case FindGoods.Found.Refused(var why) -> throw new RejectedException(why);
            case FindGoods.Found.Goods(var wanted) -> {
                var coupons = body.coupons() == null ? List.<String>of() : body.coupons();
                var price = prices.handle(new PriceGoods.Asked(null, buyer, wanted, coupons, null,
                        shops.of(body.shop()).freightCharge(), now)).calculation();
                yield new Quote(lines(wanted, price), offers(price, locale), price.goods(), price.discount(),
                        price.freight(), price.total(), now);
            }
        };
    }

    @GetMapping("/orders/{id}/calculation")
    @Operation(summary = "How the price of an order came about, with the versions of its offers")
    OrderPrice calculation(@PathVariable String id, Person person, Locale locale) {
        var price = visible.of(id, person).aggregate().sale().price();
        if (price == null)
            throw ProblemException.notFound();
        var calculation = price.calculation();
        return new OrderPrice(calculation.lines(), offers(calculation, locale), calculation.goods(),
                calculation.discount(), calculation.freight(), calculation.total());
    }

    private static Buyer buyer(NewQuote body, Person person) {
        if (person.isBuyer())
            return new Buyer(body.shop(), Objects.requireNonNullElse(person.channel(), "web"), person.id());
        var behalf = body.buyer();
        if (behalf == null)
            throw new InvalidFieldException("buyer", "required", null);
        return new Buyer(body.shop(), behalf.channel(), behalf.buyerId());
    }

    private static List<Line> lines(List<Wanted> wanted, Calculation price) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < wanted.size(); i++) {
            var sku = wanted.get(i).sku();
            var line = price.lines().get(i);
            lines.add(new Line(line.lineId(), sku.sku(), wanted.get(i).quantity(), sku.revision(), sku.selling(),
                    sku.page().price(), line.full(), line.discount(), line.amount()));
        }
        return lines;
    }

    private List<ConsideredOffer> offers(Calculation price, Locale locale) {
        return price.offers().stream().map(offer -> new ConsideredOffer(offer.offerId(), offer.version(),
                offer.name(), offer.coupon(), offer.applied(), offer.amount(), offer.reason(),
                words.reason(offer.reason(), offer.facts(), locale))).toList();
    }
}
