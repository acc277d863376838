package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something that the agent should know, and the buyer does not see.
 *
 * @param seq     from 1 in the conversation; a sequence of its own, so that the buyer's messages have no gaps
 * @param reasons why, for example why an order is held
 */
public record Notice(long seq, String kind, @Nullable String orderId, List<Reason> reasons, Instant at) {

    /** A reason code with the figures for the placeholders of its text. */
    public record Reason(String code, Map<String, String> figures) {}

    /** How many are kept with the conversation. */
    static final int KEPT = 20;

    static List<Notice> add(List<Notice> earlier, Notice newest) {
        var kept = earlier.subList(Math.max(0, earlier.size() + 1 - KEPT), earlier.size());
        return Stream.concat(kept.stream(), Stream.of(newest)).toList();
    }
}
