package io.shopcare.crm.rfm;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Steps of a recomputation; the table says what follows what. */
enum RecomputationState {
    /** Customers are ranked, limits are taken from the ranks. */
    MEASURING,
    /** The new limits hold; customers are scored by them, piece by piece. */
    SCORING,
    /** Everybody is scored by them. */
    DONE;

    Set<RecomputationState> next() {
        return switch (this) {
            case MEASURING -> EnumSet.of(SCORING);
            case SCORING -> EnumSet.of(DONE);
            case DONE -> EnumSet.noneOf(RecomputationState.class);
        };
    }

    boolean isRunning() {
        return !next().isEmpty();
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RecomputationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
