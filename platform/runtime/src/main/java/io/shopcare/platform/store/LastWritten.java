package io.shopcare.platform.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What this program has just written of one store: an aggregate that moves is mostly decided on again within moments, and
 * by the same program. It is taken once, and only as a guess, as a {@link LastLook} is.
 */
final class LastWritten<A> {
    /** Later, whoever moves it next may well be another program. */
    private static final long FRESH = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 300;

    private final LinkedHashMap<String, LastLook.Look<A>> last = new LinkedHashMap<>();

    synchronized void keep(Envelope envelope, A aggregate) {
        long now = System.nanoTime();
        last.remove(envelope.id());
        last.put(envelope.id(), new LastLook.Look<>(envelope, aggregate, now));
        var eldest = last.values().iterator();
        while (eldest.hasNext() && (now - eldest.next().at() > FRESH || last.size() > MOST))
            eldest.remove();
    }

    synchronized Optional<LastLook.Look<A>> take(String id) {
        return Optional.ofNullable(last.remove(id)).filter(it -> System.nanoTime() - it.at() < FRESH);
    }
}
