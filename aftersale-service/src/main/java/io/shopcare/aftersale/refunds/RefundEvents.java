package io.shopcare.aftersale.refunds;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.cases.RefundNews;
import io.shopcare.aftersale.cases.RefundState;
import io.shopcare.platform.money.Money;

/** Our view of order-service's events on refunds. */
final class RefundEvents {
    private RefundEvents() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Share(String lineId, int quantity, Money amount) {
        RefundNews.Share news() {
            return new RefundNews.Share(lineId, quantity, amount);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Requested(String refundId, String requestId, Money amount, List<Share> lines, Money freight,
            @Nullable String caseId) {
        RefundNews news(Instant at) {
            return new RefundNews(requestId, refundId, RefundState.ACCEPTED, amount,
                    lines.stream().map(Share::news).toList(), freight, null, null, at);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record InDoubt(String refundId, String requestId, Money amount, @Nullable String caseId) {
        RefundNews news(Instant at) {
            return new RefundNews(requestId, refundId, RefundState.IN_DOUBT, amount, List.of(),
                    Money.zero(amount.currency()), null, null, at);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failed(String refundId, String requestId, Money amount, String reason,
            @JsonProperty("final") boolean isFinal, @Nullable String caseId) {
        RefundNews news(Instant at) {
            return new RefundNews(requestId, refundId, isFinal ? RefundState.FAILED : RefundState.FALTERED, amount,
                    List.of(), Money.zero(amount.currency()), reason, null, at);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Succeeded(String refundId, String requestId, Money amount, List<Share> lines, Money freight,
            Instant succeededAt, @Nullable String caseId) {
        RefundNews news(Instant at) {
            return new RefundNews(requestId, refundId, RefundState.SUCCEEDED, amount,
                    lines.stream().map(Share::news).toList(), freight, null, succeededAt, at);
        }
    }
}
