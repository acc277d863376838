package io.shopcare.acceptance.failure;

import java.util.stream.Stream;

/** A promise that is looked at after every run. */
interface Check {
    /** The promise, as a sentence. */
    String name();

    /** Where it is broken; empty when all is well. */
    Stream<String> broken(Evidence evidence);
}
