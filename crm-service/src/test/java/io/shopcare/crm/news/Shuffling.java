package io.shopcare.crm.news;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a broker may do to events: in order per aggregate, in any order between aggregates and topics, some again at once,
 * some again much later.
 */
final class Shuffling {
    private Shuffling() {}

    static List<Happening> of(List<Happening> events, Random random) {
        var queues = new LinkedHashMap<String, Deque<Happening>>();
        for (var event : events)
            queues.computeIfAbsent(event.meta().sourceKey(), source -> new ArrayDeque<>()).add(event);
        var turns = new ArrayList<>(events.stream().map(event -> event.meta().sourceKey()).toList());
        Collections.shuffle(turns, random);
        var shuffled = new ArrayList<Happening>();
        for (var turn : turns) {
            shuffled.add(next(queues, turn));
            if (random.nextInt(3) == 0)
                shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
        }
        return shuffled;
    }

    private static Happening next(Map<String, Deque<Happening>> queues, String source) {
        return queues.get(source).removeFirst();
    }
}
