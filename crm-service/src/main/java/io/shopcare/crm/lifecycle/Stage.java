package io.shopcare.crm.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Stages of a customer's life. A stage is computed from purchases and time ({@link LifecycleRules}), not moved by hand;
 * the table says which follows which by a purchase or by time. A refund in full, and an order that is heard of late, put
 * a customer where they would be without it, or with it: that may be any stage.
 */
public enum Stage {
    POTENTIAL("potential"), NEW("new"), ACTIVE("active"), LOYAL("loyal"), AT_RISK("at-risk"), LAPSED(
            "lapsed"),
    WON_BACK("won-back");

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    /** What may follow by a purchase or by time. */
    public Set<Stage> next() {
        return switch (this) {
            case POTENTIAL -> EnumSet.of(NEW);
            case NEW -> EnumSet.of(ACTIVE, AT_RISK);
            case ACTIVE -> EnumSet.of(LOYAL, AT_RISK);
            case LOYAL -> EnumSet.of(ACTIVE, AT_RISK);
            case AT_RISK -> EnumSet.of(ACTIVE, LOYAL, LAPSED);
            case LAPSED -> EnumSet.of(WON_BACK);
            case WON_BACK -> EnumSet.of(ACTIVE, LOYAL, AT_RISK);
        };
    }

    /** As in the contract. */
    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is no such stage */
    @JsonCreator
    public static Stage of(String code) {
        return Arrays.stream(values()).filter(stage -> stage.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + code));
    }
}
