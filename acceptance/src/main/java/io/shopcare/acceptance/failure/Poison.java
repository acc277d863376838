package io.shopcare.acceptance.failure;

/** Records that no consumer can handle, written by the suite itself. */
final class Poison {
    /** Of their keys. */
    static final String PREFIX = "poison-";

    private Poison() {}
}
