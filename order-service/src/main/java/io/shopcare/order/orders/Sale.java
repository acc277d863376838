package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.offers.UseOffers;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Invoice;
import io.shopcare.order.trade.ReceiptTerms;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.privacy.MaskedWords;

/**
 * What was agreed when the order was placed; {@code goods - discounts + freight = total}.
 *
 * @param orderNo        that people read out; unique in the shop
 * @param source         shop, presale or import
 * @param remark         the buyer's words; null when none
 * @param payBy          closes unpaid at this moment; null when it came in paid
 * @param conversationId where it was talked over; null when nowhere
 * @param platformOrder  for imported orders
 * @param language       of what the buyer is told
 * @param receipt        when it is over by itself; null in orders that are older than this clock
 * @param price          how it came about; null where it was not calculated here
 * @param invoice        that the buyer wants; null when none
 * @param sellerNote     what the shop's people noted; null when nothing
 */
public record Sale(String shop, String orderNo, Buyer buyer, String source, Address address, @Nullable String remark,
        Money goods, List<Discount> discounts, Money freight, Money total, Instant placedAt, @Nullable Instant payBy,
        @Nullable String conversationId, @Nullable PlatformOrder platformOrder, String language,
        @Nullable ReceiptTerms receipt, @Nullable Price price, @Nullable Invoice invoice,
        @Nullable SellerNote sellerNote) {

    /** A reduction of the goods and its ground. */
    @Schema(name = "OrderDiscount")
    public record Discount(String kind, @Nullable String reference, Money amount) {}

    /** An order's identity on the platform that it was imported from. */
    public record PlatformOrder(String platform, String number) {
        /** Number of what was paid there: we know of it, and can't give it back. */
        public String paymentAtPlatform() {
            return platform + "-" + number;
        }
    }

    public Sale {
        discounts = List.copyOf(discounts);
    }

    /** The same goods for another address. */
    Sale to(Address elsewhere) {
        return new Sale(shop, orderNo, buyer, source, elsewhere, remark, goods, discounts, freight, total, placedAt,
                payBy, conversationId, platformOrder, language, receipt, price, invoice, sellerNote);
    }

    /** A sale whose price was not calculated here. */
    public Sale(String shop, String orderNo, Buyer buyer, String source, Address address, @Nullable String remark,
            Money goods, List<Discount> discounts, Money freight, Money total, Instant placedAt,
            @Nullable Instant payBy, @Nullable String conversationId, @Nullable PlatformOrder platformOrder,
            String language, @Nullable ReceiptTerms receipt) {
        this(shop, orderNo, buyer, source, address, remark, goods, discounts, freight, total, placedAt, payBy,
                conversationId, platformOrder, language, receipt, null, null, null);
    }

    /** Offers with limits that it has used. */
    List<UseOffers.Used> used() {
        return price == null ? List.of() : price.used();
    }

    /** The same with other words of the buyer. */
    Sale remarked(@Nullable String words) {
        return new Sale(shop, orderNo, buyer, source, address, words, goods, discounts, freight, total, placedAt, payBy,
                conversationId, platformOrder, language, receipt, price, invoice, sellerNote);
    }

    /** The same with another invoice. */
    public Sale invoicedTo(@Nullable Invoice other) {
        return new Sale(shop, orderNo, buyer, source, address, remark, goods, discounts, freight, total, placedAt,
                payBy,
                conversationId, platformOrder, language, receipt, price, other, sellerNote);
    }

    /** The same with what the shop's people note on it. */
    public Sale noted(SellerNote note) {
        return new Sale(shop, orderNo, buyer, source, address, remark, goods, discounts, freight, total, placedAt,
                payBy, conversationId, platformOrder, language, receipt, price, invoice, note);
    }

    /** The same at another price. */
    Sale at(List<Discount> others, Money otherFreight) {
        var off = Money.sum(currency(), others.stream().map(Discount::amount).toList());
        return new Sale(shop, orderNo, buyer, source, address, remark, goods, others, otherFreight,
                goods.minus(off).plus(otherFreight), placedAt, payBy, conversationId, platformOrder, language,
                receipt, price, invoice, sellerNote);
    }

    /** What the buyer typed, as those see it who have not said what for. */
    @Nullable
    String masked(@Nullable String words) {
        return words == null ? null : MaskedWords.of(words, address.name(), address.detail());
    }

    /** Whether this was paid on the platform that sold it. */
    boolean isPaidThere(Tender tender) {
        return platformOrder != null && tender.paymentNo().equals(platformOrder.paymentAtPlatform());
    }

    /** Currency of everything in the order. */
    public String currency() {
        return total.currency();
    }

    @Override
    public String toString() {
        return "Sale[" + shop + " " + orderNo + "]";
    }
}
