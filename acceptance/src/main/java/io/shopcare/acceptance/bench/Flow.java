package io.shopcare.acceptance.bench;

/** What is measured, from its beginning to its end. */
interface Flow {
    /**
     * Goes through it once; many do at the same time.
     *
     * @param number of this run through it, from 0
     * @param due    when it should begin, by {@link System#nanoTime}; it may begin late, and that counts
     * @return how many nanoseconds it took
     * @throws FlowFailedException when it did not come to its end
     */
    long run(long number, long due) throws InterruptedException;
}
