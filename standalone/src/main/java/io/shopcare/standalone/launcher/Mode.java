package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the programs' JVMs run. Both use the serial collector: with two cores and small heaps it costs least per request. */
enum Mode {
    /** One compiler, small heaps: half the work of a start, and two thirds of the throughput. For looking around. */
    QUICK(1, "-XX:TieredStopAtLevel=1"),
    /** All compilers and twice the heap, as in production. For work, and for every benchmark. */
    FULL(2),
    /** As {@link #FULL}; when they stop, the programs keep what their JVMs have learned of the work that they did. */
    TRAINING(2);

    private final int heaps;
    private final List<String> options;

    Mode(int heaps, String... options) {
        this.heaps = heaps;
        this.options = List.of(options);
    }

    static Mode of(String name) {
        return Stream.of(values()).filter(mode -> mode.toString().equals(name)).findFirst().orElseThrow(
                () -> new UsageException("The mode is quick, full or training, not \"" + name + "\""));
    }

    /** How long a program may take to stop: one that keeps what it has learned puts it in order first. */
    Duration grace() {
        return this == TRAINING ? Duration.ofMinutes(5) : Duration.ofSeconds(60);
    }

    List<String> options() {
        return options;
    }

    int heap(int megabytes) {
        return heaps * megabytes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
