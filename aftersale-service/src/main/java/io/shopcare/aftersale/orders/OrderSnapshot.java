package io.shopcare.aftersale.orders;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.ReturnTerms;
import io.shopcare.platform.money.Money;

/** What order-service answers, as far as we read it; fields that we do not know are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderSnapshot(String shop, String orderId, String orderNo, Buyer buyer, Instant placedAt, String currency,
        Destination destination, Freight freight, List<Line> lines) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Destination(String country) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Freight(Money paid, Money refunded) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(String title, ReturnTerms returnTerms) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String lineId, String sku, int quantity, Product product, Money paid, Money refunded, int shipped,
            @Nullable Instant signedAt, @Nullable Instant receivedAt, @Nullable String warehouse) {

        OrderLine copy() {
            return new OrderLine(lineId, sku, product.title(), quantity, paid, refunded, shipped,
                    signedAt == null ? receivedAt : signedAt, product.returnTerms(), warehouse);
        }
    }

    OrderCopy copy(Instant asOf) {
        return new OrderCopy(OrderCopy.Source.ASKED, asOf, shop, orderId, orderNo, buyer, placedAt,
                destination.country(), freight.paid().minus(freight.refunded()),
                lines.stream().map(Line::copy).toList());
    }
}
