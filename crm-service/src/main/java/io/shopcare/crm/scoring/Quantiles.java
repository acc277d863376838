package io.shopcare.crm.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

import io.shopcare.crm.scoring.Scale.Better;
import io.shopcare.crm.scoring.Scale.Origin;

/** Limits that put a fifth of all customers into each class, from five order statistics: no need to hold all figures. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * @param count  of the figures
     * @param ranked the figure at a rank from 0, counted from the worst up
     * @return nothing when two limits are equal: then equal figures would fill more than their class, and explicit limits
     *         say more
     */
    public static Optional<Scale> scale(Better better, long count, LongUnaryOperator ranked) {
        var limits = new ArrayList<Long>();
        for (int score = Score.LOWEST; score <= Score.HIGHEST && count >= Score.HIGHEST; score++)
            limits.add(ranked.applyAsLong(count * (score - 1) / Score.HIGHEST));
        return areFiveClasses(limits) ? Optional.of(new Scale(better, Origin.QUANTILE, limits)) : Optional.empty();
    }

    private static boolean areFiveClasses(List<Long> limits) {
        return limits.stream().distinct().count() == Score.HIGHEST;
    }
}
