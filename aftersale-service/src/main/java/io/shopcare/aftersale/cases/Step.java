package io.shopcare.aftersale.cases;

import java.util.List;

import io.shopcare.aftersale.policies.Coded;
import io.shopcare.aftersale.policies.RemedyKind;

/** What happens when a remedy is chosen, in order. */
public enum Step implements Coded {
    SEND_BACK, INSPECTION, REFUND;

    static List<Step> of(RemedyKind kind) {
        return kind.sendsGoodsBack() ? List.of(SEND_BACK, INSPECTION, REFUND) : List.of(REFUND);
    }
}
