package io.shopcare.order.refunds;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with every refund whose provider has not said the last word: calls that were lost, answers that did not come. */
@Component
class RefundSweep {
    private static final Logger log = LoggerFactory.getLogger(RefundSweep.class);
    private static final int AT_ONCE = 100;

    private final RefundLists lists;
    private final PayRefund pay;
    private final Clock clock;

    RefundSweep(RefundLists lists, PayRefund pay, Clock clock) {
        this.lists = lists;
        this.pay = pay;
        this.clock = clock;
    }

    /** One round; one refund that can't go on stops no other. */
    @Scheduled(fixedDelayString = "${shopcare.order.refunds.sweep-every:3s}")
    void run() {
        for (var refundId : lists.due(clock.instant(), AT_ONCE)) {
            try {
                pay.handle(refundId);
            } catch (RuntimeException e) {
                log.error("refund {} waits for the next round", refundId, e);
            }
        }
    }
}
