package io.shopcare.crm.scoring;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The eleven groups of rules.md, RFM; what it takes to be in one is data ({@link GroupRule}). */
public enum Group {
    CHAMPIONS("champions"), LOYAL("loyal"), ACTIVE("active"), NEW("new"), PROMISING("promising"), NEEDS_ATTENTION(
            "needs-attention"),
    AT_RISK("at-risk"), PREVIOUSLY_LOYAL(
            "previously-loyal"),
    ALMOST_LOST("almost-lost"), DORMANT("dormant"), PROSPECTS("prospects");

    private final String code;

    Group(String code) {
        this.code = code;
    }

    /** As in the contract. */
    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is none */
    @JsonCreator
    public static Group of(String code) {
        return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group " + code));
    }
}
