package io.shopcare.order.refunds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * A refund (退款): the intent that an order's balance was reserved for, until the provider has said for certain what came
 * of it (O17).
 *
 * @param attempt 0 when we refused it before any provider was called
 * @param payouts tender by tender, paid in this order
 * @param problem reason code of the last refusal; null when there was none
 * @param calls   to the provider without an end, which set the pause before the next
 * @param nextAt  when the provider is called or asked again; null when it is not
 */
public record Refund(String refundId, String shop, Buyer buyer, RefundRequest request, RefundStage stage, int attempt,
        List<Payout> payouts, @Nullable String problem, int calls, Instant askedAt, @Nullable Instant nextAt) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    public Refund {
        payouts = List.copyOf(payouts);
    }

    /** Accepted: the order holds the balance for it. */
    static Decision<Refund> request(Buyer buyer, RefundRequest request, List<Tender> tenders, Instant now) {
        var refund = new Refund(request.refundId(), buyer.shop(), buyer, request, RefundStage.REQUESTED, 1,
                payouts(request.refundId(), 1, tenders), null, 0, now, now);
        return Decision.accept(refund, RefundEvent.Requested.of(refund));
    }

    /** Refused by us, for good: more than is left, no such order. */
    static Decision<Refund> refuse(Buyer buyer, RefundRequest request, String reason, Instant now) {
        var refund = new Refund(request.refundId(), buyer.shop(), buyer, request, RefundStage.FAILED, 0, List.of(),
                reason, 0, now, null);
        return Decision.accept(refund, RefundEvent.Failed.of(refund, reason));
    }

    /** What the provider said about the payout with this number; anything about another one changes nothing. */
    Decision<Refund> told(String refundNo, ProviderAnswer answer, Instant now) {
        var current = current().filter(payout -> payout.refundNo().equals(refundNo));
        if (!stage.isOpen() || current.isEmpty())
            return Decision.unchanged(this);
        return switch (answer) {
            case ProviderAnswer.Paid(var at) -> paid(current.get().paid(at), at, now);
            case ProviderAnswer.Refused(var reason) -> refused(current.get(), reason, now);
            case ProviderAnswer.Accepted() -> Decision.accept(with(current.get().to(PayoutState.ASKED)).later(now));
            case ProviderAnswer.NeverHeard() ->
                Decision.accept(with(current.get().to(PayoutState.WAITING)).later(now));
            case ProviderAnswer.NoProvider() -> Decision.accept(
                    with(current.get().to(PayoutState.BY_HAND)).at(stage.to(RefundStage.BY_HAND), 0, null));
            case ProviderAnswer.NotReached() -> Decision.accept(later(now));
            case ProviderAnswer.Unknown() -> inDoubt(with(current.get().to(PayoutState.ASKED)).later(now));
        };
    }

    /** Finance has paid this part by hand, under a reference of the bank. */
    Decision<Refund> paidByHand(String refundNo, String reference, Instant now) {
        var found = payouts.stream().filter(payout -> payout.refundNo().equals(refundNo)).findFirst();
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        var payout = found.get();
        if (payout.isPaid())
            return reference.equals(payout.reference())
                    ? Decision.unchanged(this)
                    : Decision.reject(Rejection.notNow("payout-paid",
                            Map.of("when", String.valueOf(payout.paidAt()))));
        return payout.state() == PayoutState.BY_HAND
                ? paid(payout.paidByHand(reference, now), now, now)
                : Decision.reject(Rejection.notNow("payout-at-provider"));
    }

    /** Another attempt after a definite failure; nothing is called before the balance is reserved again. */
    Decision<Refund> retry(Instant now) {
        if (stage != RefundStage.FAILED || isFinal())
            return Decision.reject(Rejection.notNow("not-failed"));
        return Decision.accept(new Refund(refundId, shop, buyer, request, stage.to(RefundStage.REQUESTED), attempt + 1,
                List.of(), null, 0, askedAt, now));
    }

    /** Whether the order has yet to reserve the balance for this attempt. */
    boolean wantsReservation() {
        return stage == RefundStage.REQUESTED && payouts.isEmpty();
    }

    /** The order holds the balance for this attempt; whoever heard that the last one failed hears that it is taken again. */
    Decision<Refund> reserved(List<Tender> tenders, Instant now) {
        if (!wantsReservation())
            return Decision.unchanged(this);
        var next = new Refund(refundId, shop, buyer, request, stage, attempt, payouts(refundId, attempt, tenders),
                null, 0, askedAt, now);
        return Decision.accept(next, RefundEvent.Requested.of(next));
    }

    /** The order does not hold the balance for this attempt: meanwhile it went elsewhere. */
    Decision<Refund> notReserved(String reason) {
        if (!wantsReservation())
            return Decision.unchanged(this);
        var failed = new Refund(refundId, shop, buyer, request, stage.to(RefundStage.FAILED), attempt, payouts, reason,
                0, askedAt, null);
        return Decision.accept(failed, RefundEvent.Failed.of(failed, reason));
    }

    /** The payout that is on its way; empty when all are paid or one is refused. */
    Optional<Payout> current() {
        return payouts.stream().filter(payout -> !payout.isPaid()).findFirst();
    }

    public String orderId() {
        return request.orderId();
    }

    List<Tender> tenders() {
        return payouts.stream().map(Payout::tender).toList();
    }

    /** When the provider is called or asked; null while it is not. */
    @Nullable
    Instant callProviderAt() {
        return stage.isOpen() ? nextAt : null;
    }

    /** Whether no further attempt is made under this request. */
    boolean isFinal() {
        return attempt == 0;
    }

    private Decision<Refund> paid(Payout payout, Instant at, Instant now) {
        var next = with(payout);
        if (next.current().isPresent())
            return Decision.accept(
                    next.at(stage == RefundStage.BY_HAND ? RefundStage.REQUESTED : stage, 0, now));
        var done = next.at(stage.to(RefundStage.SUCCEEDED), 0, null);
        return Decision.accept(done, RefundEvent.Succeeded.of(done, at));
    }

    /** Once a part is paid the rest can't fail any more: it is tried again under another number until it is paid. */
    private Decision<Refund> refused(Payout payout, String reason, Instant now) {
        if (payouts.stream().anyMatch(Payout::isPaid)) {
            int next = attempt + 1;
            var again = Payout.waiting(refundId, next, payouts.indexOf(payout), payout.tender());
            return Decision.accept(new Refund(refundId, shop, buyer, request, stage, next, replaced(payout, again),
                    reason, calls, askedAt, nextAt).later(now));
        }
        var failed = new Refund(refundId, shop, buyer, request, stage.to(RefundStage.FAILED), attempt,
                replaced(payout, payout.to(PayoutState.REFUSED)), reason, 0, askedAt, null);
        return Decision.accept(failed, RefundEvent.Failed.of(failed, reason));
    }

    private static Decision<Refund> inDoubt(Refund next) {
        if (next.stage == RefundStage.IN_DOUBT)
            return Decision.accept(next);
        var doubtful = next.at(next.stage.to(RefundStage.IN_DOUBT), next.calls, next.nextAt);
        return Decision.accept(doubtful, RefundEvent.InDoubt.of(doubtful));
    }

    private static List<Payout> payouts(String refundId, int attempt, List<Tender> tenders) {
        var payouts = new ArrayList<Payout>();
        for (var tender : tenders)
            payouts.add(Payout.waiting(refundId, attempt, payouts.size(), tender));
        return payouts;
    }

    private Refund with(Payout payout) {
        var old = current().orElseThrow();
        return new Refund(refundId, shop, buyer, request, stage, attempt, replaced(old, payout), problem, calls,
                askedAt, nextAt);
    }

    private List<Payout> replaced(Payout old, Payout next) {
        return payouts.stream().map(payout -> payout.equals(old) ? next : payout).toList();
    }

    private Refund later(Instant now) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(calls, 10));
        return at(stage, calls + 1, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    private Refund at(RefundStage nextStage, int nextCalls, @Nullable Instant next) {
        return new Refund(refundId, shop, buyer, request, nextStage, attempt, payouts, problem, nextCalls, askedAt,
                next);
    }
}
