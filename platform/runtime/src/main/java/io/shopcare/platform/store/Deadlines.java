package io.shopcare.platform.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deadlines of all aggregates of one type, as the runner sees them. */
public interface Deadlines {

    /**
     * A deadline that has passed.
     *
     * @param tries that have failed so far
     */
    record Due(String id, String name, Instant at, int tries) {}

    /** What is due in these shards and not put off, aggregate by aggregate. */
    List<Due> due(List<Integer> shards, Instant now, int most);

    /**
     * Looks at a deadline after it was fired. One that is still there is put off.
     *
     * @return whether it was still there
     */
    boolean putOffIfStill(Due fired, Instant until);

    /** Since when each aggregate in these shards waits whose deadline could not be answered, the oldest first. */
    List<Instant> late(List<Integer> shards, int most);

    /** Sets the deadlines of aggregates that were written before their type had them, after this id. */
    Optional<String> reckon(String afterId, int most);
}
