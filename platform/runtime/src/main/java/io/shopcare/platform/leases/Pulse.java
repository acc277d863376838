package io.shopcare.platform.leases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For how long each member's beat has stood still, by the stopwatch of who looks. */
final class Pulse {
    private record Seen(long beat, long at) {}

    private final long patience;
    private final Map<String, Seen> seen = new HashMap<>();

    /** @param patience nanoseconds after which a beat that stands still is a death */
    Pulse(long patience) {
        this.patience = patience;
    }

    /** Members whose beat has not changed for longer than the patience. */
    List<String> dead(Map<String, Long> beats, long now) {
        seen.keySet().retainAll(beats.keySet());
        beats.forEach((member, beat) -> {
            var before = seen.get(member);
            if (before == null || before.beat() != beat)
                seen.put(member, new Seen(beat, now));
        });
        return beats.keySet().stream().filter(member -> now - at(member, now) > patience).toList();
    }

    private long at(String member, long now) {
        var last = seen.get(member);
        return last == null ? now : last.at();
    }
}
