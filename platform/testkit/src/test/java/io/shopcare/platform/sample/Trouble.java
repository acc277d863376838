package io.shopcare.platform.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What goes wrong when the sample service hears of a thing. */
public final class Trouble {
    private final Map<String, Supplier<RuntimeException>> troubles = new ConcurrentHashMap<>();

    /** From now on, until it is over; a negative number means the counting consumer. */
    public void with(String box, int thing, Supplier<RuntimeException> trouble) {
        troubles.put(box + "/" + thing, trouble);
    }

    public void isOver(String box, int thing) {
        troubles.remove(box + "/" + thing);
    }

    void meet(String box, int thing) {
        var trouble = troubles.get(box + "/" + thing);
        if (trouble != null)
            throw trouble.get();
    }
}
