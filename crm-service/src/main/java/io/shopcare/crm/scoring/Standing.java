package io.shopcare.crm.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A customer's score, with all it takes to explain it.
 *
 * @param cutPoints version of the limits
 * @param measure   what was scored; null when no valid order is in the window any more
 */
public record Standing(Score score, String cutPoints, @Nullable Measure measure) {}
