package io.shopcare.platform.leases;

/** The parts into which the aggregates of a database are cut, so that instances can share them. Fixed for ever. */
public final class Shards {
    /** How many there are; enough for as many instances as a service may have. */
    public static final int COUNT = 64;

    private Shards() {}

    /** The shard of an aggregate. */
    public static int of(String id) {
        return Math.floorMod(id.hashCode(), COUNT);
    }
}
