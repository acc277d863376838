package io.shopcare.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a step.
 *
 * @param answer in a few words
 * @param events that have to be heard because of it
 */
record Told(String answer, List<Expected> events) {

    /** An event of an aggregate. */
    record Expected(String topic, String subject, String type) {}

    /** An answer that no event follows. */
    static Told told(String answer) {
        return new Told(answer, List.of());
    }

    /** The same, followed by these events of one aggregate. */
    Told hearing(String topic, String subject, String... types) {
        var all = new ArrayList<>(events);
        for (var type : types)
            all.add(new Expected(topic, subject, type));
        return new Told(answer, all);
    }
}
