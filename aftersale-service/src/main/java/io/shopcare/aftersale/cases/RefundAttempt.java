package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;

/**
 * One request for a refund. Its id is the same for ever, so whatever is repeated refunds once.
 *
 * @param number     of the attempt in the case, from 1
 * @param lines      shares
 * @param askedBy    who asked; order-service for a refund that this case had not asked for
 * @param approvedBy null when the agent's authority was enough
 * @param refundId   of order-service, once it told
 * @param failure    reason code of the last failure
 */
public record RefundAttempt(int number, String requestId, RefundState state, Money amount, List<Remedy.Share> lines,
        Money freight, Actor askedBy, @Nullable Actor approvedBy, Instant askedAt, @Nullable String refundId,
        @Nullable String failure, @Nullable Instant succeededAt) {
    public RefundAttempt {
        lines = List.copyOf(lines);
    }

    /** The id of the n-th request of a case. */
    static String requestId(String caseId, int number) {
        return Ids.derived("refund", caseId, Integer.toString(number));
    }

    /** Whether order-service may still pay it: until it may not, no other request is made. */
    boolean mayStillPay() {
        return state != RefundState.FAILED && state != RefundState.SUCCEEDED;
    }

    RefundAttempt heard(RefundNews news) {
        return new RefundAttempt(number, requestId, state.become(news.state()), amount, lines, freight, askedBy,
                approvedBy, askedAt, news.refundId(), news.reason() == null ? failure : news.reason(),
                news.succeededAt());
    }

    boolean covers(String lineId) {
        return lines.stream().anyMatch(line -> line.lineId().equals(lineId));
    }
}
