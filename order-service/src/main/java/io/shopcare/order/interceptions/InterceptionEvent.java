package io.shopcare.order.interceptions;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to interceptions, as it is published; the address stays here. */
sealed interface InterceptionEvent {

    @EventType("interception.offered.v1")
    record Offered(String shop, String interceptionId, Buyer buyer, String parcelId, String orderId, String kind,
            Money price, Instant payBy, String requestId) implements InterceptionEvent {
        static Offered of(Interception it) {
            return new Offered(it.shop(), it.interceptionId(), it.buyer(), it.parcelId(), it.orderId(),
                    it.wish().kind(), it.wish().price(), it.wish().payBy(), it.paymentRequestId());
        }
    }

    @EventType("interception.asked.v1")
    record Asked(String shop, String interceptionId, Buyer buyer, String parcelId, List<String> orderIds, String kind,
            Waybill waybill, @Nullable Destination destination) implements InterceptionEvent {
        static Asked of(Interception it) {
            var to = it.wish().to();
            return new Asked(it.shop(), it.interceptionId(), it.buyer(), it.parcelId(), it.orders(), it.wish().kind(),
                    it.waybill(), destination(to));
        }

        private static @Nullable Destination destination(@Nullable Address to) {
            return to == null ? null : to.destination();
        }
    }

    @EventType("interception.ended.v1")
    record Ended(String shop, String interceptionId, Buyer buyer, String parcelId, List<String> orderIds, String kind,
            String outcome) implements InterceptionEvent {
        static Ended of(Interception it) {
            return new Ended(it.shop(), it.interceptionId(), it.buyer(), it.parcelId(), it.orders(), it.wish().kind(),
                    it.state().code());
        }
    }
}
