package io.shopcare.order.refunds;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;

/**
 * Calls the provider, or asks it what came of an earlier call. Two at once do no harm: both use the number that refunds
 * once.
 */
@Component
public class PayRefund {
    /** More payouts than any order has tenders. */
    private static final int MOST_STEPS = 20;

    private final AggregateStore<Refund> refunds;
    private final ReserveRefund reserve;
    private final List<RefundProvider> providers;
    private final Clock clock;

    PayRefund(AggregateStore<Refund> refunds, ReserveRefund reserve, List<RefundProvider> providers, Clock clock) {
        this.refunds = refunds;
        this.reserve = reserve;
        this.providers = List.copyOf(providers);
        this.clock = clock;
    }

    /** Goes on with a refund that is due, as far as the provider answers at once. */
    public void handle(String refundId) {
        handle(refundId, clock.instant());
    }

    /** The same for one that is due by then; pauses count from then too, whatever this program's own clock says. */
    void handle(String refundId, Instant now) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var refund = refunds.find(refundId).orElseThrow().aggregate();
            if (refund.wantsReservation()) {
                reserve.again(refund);
                continue;
            }
            var payout = refund.current();
            if (!refund.stage().isOpen() || payout.isEmpty() || refund.nextAt() == null
                    || refund.nextAt().isAfter(now))
                return;
            tell(payout.get().refundNo(), call(refund, payout.get()), now);
        }
    }

    /** Takes in what a provider said, in an answer or by itself. */
    public void tell(String refundNo, ProviderAnswer answer) {
        tell(refundNo, answer, clock.instant());
    }

    private void tell(String refundNo, ProviderAnswer answer, Instant now) {
        var context = new CommandContext(Actor.service("sandbox-provider"), "provider-answer", null, null, null);
        refunds.decide(Payout.refundOf(refundNo), context, refund -> refund.told(refundNo, answer, now));
    }

    private ProviderAnswer call(Refund refund, Payout payout) {
        var provider = providers.stream().filter(each -> each.handles(payout.tender().method())).findFirst();
        if (provider.isEmpty())
            return new ProviderAnswer.NoProvider();
        return payout.state() == PayoutState.WAITING
                ? provider.get().pay(payout.refundNo(), payout.tender(), refund.request().reason())
                : provider.get().ask(payout.refundNo());
    }
}
