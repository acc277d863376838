package io.shopcare.order.trade;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's people note on an order for each other (备注, 旗标); no buyer reads it.
 *
 * @param remark in words; null when none
 * @param flag   null when none
 */
public record SellerNote(@Nullable String remark, @Nullable Flag flag, ActorRef by, Instant at) {

    /** Colours as platforms have them; what each means is the shop's own. */
    public enum Flag {
        RED, YELLOW, GREEN, BLUE, PURPLE, GREY;

        /** As told and stored. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "SellerNote[" + flag + "]";
    }
}
