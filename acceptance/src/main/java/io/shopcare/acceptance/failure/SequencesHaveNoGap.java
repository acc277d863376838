package io.shopcare.acceptance.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Per aggregate, the first occurrences on the topic are 1, 2, 3 and so on. */
final class SequencesHaveNoGap implements Check {
    @Override
    public String name() {
        return "first occurrences per aggregate are 1, 2, 3 ... without a gap";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var last = new HashMap<String, Long>();
        List<String> broken = new ArrayList<>();
        evidence.events().forEach(event -> {
            long before = last.getOrDefault(event.subject(), 0L);
            if (event.sequence() > before + 1)
                broken.add(event.type() + " " + event.sequence() + " of " + event.subject() + " on " + event.topic()
                        + " came after " + before);
            last.merge(event.subject(), event.sequence(), Math::max);
        });
        return broken.stream();
    }
}
