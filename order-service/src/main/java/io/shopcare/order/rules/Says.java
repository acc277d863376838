package io.shopcare.order.rules;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import io.shopcare.order.orders.Verdict;

/** What a rule of a shop does when it sees something. A rule that the shop leaves out is off. */
public enum Says {
    /** It is shown beside the order and stops nothing. */
    WARN(Verdict.WARN),
    /** A person has to look. */
    HOLD(Verdict.HOLD);

    private final Verdict verdict;

    Says(Verdict verdict) {
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }

    /** As stored and told. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
