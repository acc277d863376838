package io.shopcare.crm.scoring;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The limits by which a shop's customers are scored. Never changed: new ones get another version.
 *
 * @param version    named in every score
 * @param asOf       when the customers were measured; null for the rules' own limits
 * @param population customers with a valid order in the window at that moment
 * @param recency    of whole days since the last valid order
 * @param frequency  of valid orders in the window
 * @param monetary   of minor units kept in the window, by currency
 */
public record CutPoints(String version, @Nullable Instant asOf, long population, Scale recency, Scale frequency,
        Map<String, Scale> monetary) {
    /** Score of an amount in a currency for which there is no scale: nothing to compare with. */
    private static final int MIDDLE = 3;

    int monetaryScore(String currency, long minor) {
        var scale = monetary.get(currency);
        return scale == null ? MIDDLE : scale.score(minor);
    }
}
