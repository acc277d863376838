package io.shopcare.order.shortages;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to shortages, as it is published. */
sealed interface ShortageEvent {

    /** How a shortage ended. */
    enum Outcome {
        /** The goods came in. */
        RESTOCKED,
        /** Another article was taken. */
        SWAPPED,
        /** What was there ships, the rest is paid back. */
        IN_PART,
        /** The order was cancelled by choice. */
        REFUNDED,
        /** The order ended, or went on, in another way. */
        NOT_NEEDED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome of(Choice carriedOut) {
            return switch (carriedOut) {
                case WAIT -> RESTOCKED;
                case SWAP -> SWAPPED;
                case PARTIAL -> IN_PART;
                case REFUND -> REFUNDED;
            };
        }
    }

    @EventType("shortage.offered.v1")
    record Offered(String shop, String orderId, Buyer buyer, int round, List<String> skus) implements ShortageEvent {
        static Offered of(Shortage it) {
            return new Offered(it.shop(), it.orderId(), it.buyer(), it.round(), it.skus());
        }
    }

    /** @param back what is paid back where a part ships; null where none does */
    @EventType("shortage.chosen.v1")
    record Chosen(String shop, String orderId, Buyer buyer, int round, Choice choice, @Nullable String lineId,
            @Nullable String sku, @Nullable Money back) implements ShortageEvent {
        static Chosen of(Shortage it, Choice choice) {
            var swap = it.swap();
            var plan = it.plan();
            return new Chosen(it.shop(), it.orderId(), it.buyer(), it.round(), choice,
                    swap == null ? null : swap.lineId(), swap == null ? null : swap.sku(),
                    plan == null ? null : plan.amount(plan.back().getFirst().amount().currency()));
        }
    }

    @EventType("shortage.settled.v1")
    record Settled(String shop, String orderId, Buyer buyer, int round, Outcome outcome) implements ShortageEvent {
        static Settled of(Shortage it, Outcome outcome) {
            return new Settled(it.shop(), it.orderId(), it.buyer(), it.round(), outcome);
        }
    }
}
