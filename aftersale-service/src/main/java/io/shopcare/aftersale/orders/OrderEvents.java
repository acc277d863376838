package io.shopcare.aftersale.orders;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.ReturnTerms;
import io.shopcare.platform.money.Money;

/** Our view of the events of order-service: only what we need, whatever else they carry. */
final class OrderEvents {
    private OrderEvents() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Placed(String shop, String orderId, Buyer buyer, String orderNo, Instant occurredAt, List<PlacedLine> lines,
            Destination destination, Money freight) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PlacedLine(String lineId, String sku, int quantity, Product product) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(String title, ReturnTerms returnTerms) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Destination(String country) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paid(String orderId, List<LineAmount> lines, Money freight) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LineAmount(String lineId, Money amount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LineQuantity(String lineId, int quantity) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LineExchanged(String orderId, String lineId, Exchanged to) {}

    /** @param product missing in events of before it was told */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Exchanged(String sku, @Nullable Product product) {}

    /** @param lineId the line that it is paid on; missing where it is not for one */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RequestPaid(String orderId, Money amount, String reason, @Nullable String lineId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Shipped(String orderId, List<LineQuantity> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Delivered(String orderId, List<LineQuantity> lines, @Nullable Instant signedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Received(String orderId, List<LineQuantity> lines, Instant receivedAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ParcelCreated(String parcelId, String warehouse, List<ParcelOrder> orders) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ParcelOrder(String orderId, List<LineQuantity> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RefundReserved(String refundId, String orderId, List<LineAmount> lines, Money freight) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RefundFailed(String refundId, String orderId) {}
}
