package io.shopcare.crm.blacklist;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an entry of the blacklist stands. */
enum BlacklistState {
    /** A rule thinks that somebody should look; it does not count. */
    PROPOSED,
    /** A person declined what a rule proposed. */
    DECLINED,
    /** It counts. */
    LISTED,
    /** A person let it go. */
    LIFTED,
    /** Its time is over. */
    EXPIRED;

    Set<BlacklistState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(LISTED, DECLINED);
            case LISTED -> EnumSet.of(LIFTED, EXPIRED);
            case DECLINED, LIFTED, EXPIRED -> EnumSet.noneOf(BlacklistState.class);
        };
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
