package io.shopcare.order.logistics;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** How a parcel was handed over at its address. A locker or station is not signing (rules.md, R1). */
public enum Handover {
    IN_PERSON, AFTER_PROBLEM, BY_ANOTHER, LOCKER_OR_STATION;

    /** By the sub-state of a signed scan; a carrier that says no more means the buyer. */
    static Handover ofSubState(@Nullable String subState) {
        return switch (subState == null ? "" : subState) {
            case "302" -> AFTER_PROBLEM;
            case "303" -> BY_ANOTHER;
            case "304" -> LOCKER_OR_STATION;
            default -> IN_PERSON;
        };
    }

    /** Whether the return window starts to count. */
    public boolean isSigning() {
        return this != LOCKER_OR_STATION;
    }

    /** As stored and told: {@code locker-or-station}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
