package io.shopcare.presale.beside;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;
import io.shopcare.presale.orders.KnownOrder;

/** An order beside the chat. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderCard(@JsonAlias("id") String orderId, @Nullable @Schema(example = "NY20261110-0017") String orderNo,
        @Nullable @Schema(example = "paid") String phase, @Nullable Money total) {

    static OrderCard of(KnownOrder order) {
        return new OrderCard(order.orderId(), order.orderNo(), order.phase(), order.total());
    }
}
