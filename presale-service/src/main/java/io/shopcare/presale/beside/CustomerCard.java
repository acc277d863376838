package io.shopcare.presale.beside;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.money.Money;

/** Who this is, as crm-service tells now: what an agent needs beside the chat, without phone and address. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerCard(@Schema(example = "01a1c30a-6200-8b6c-8458-63875e34487c") String customerId,
        @Nullable Instant registeredAt, @Nullable @Schema(example = "loyal") String group, @Nullable Life lifecycle,
        @Nullable Figures figures) {

    /** @param stage of the life cycle, for example active */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Life(@Schema(example = "active") String stage) {}

    /** Over all time. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Figures(int ordersPlaced, int ordersPaid, int openCases, int conversations,
            @Nullable Instant lastPurchaseAt, @Nullable List<Spending> spending) {
        Figures {
            spending = spending == null ? List.of() : List.copyOf(spending);
        }
    }

    /** In one currency. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spending(@Nullable Money net, @Nullable Money averageOrder) {}
}
