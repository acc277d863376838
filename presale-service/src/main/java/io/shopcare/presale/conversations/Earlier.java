package io.shopcare.presale.conversations;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a buyer from before.
 *
 * @param here      whether they have been here
 * @param lastAgent who served them within the time in which they come back to the same agent; null for nobody
 */
record Earlier(boolean here, @Nullable String lastAgent) {}
