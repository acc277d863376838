package io.shopcare.acceptance.failure;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer's trail has every event of its types, once. */
final class TrailIsWhole implements Check {
    @Override
    public String name() {
        return "a customer's trail has every event once";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var trail = evidence.all("crm.trail").stream()
                .collect(Collectors.groupingBy(entry -> entry.getString("type") + " of " + entry.getString("subject"),
                        Collectors.counting()));
        var types = evidence.all("crm.trail").stream().map(entry -> entry.getString("type"))
                .collect(Collectors.toSet());
        var told = evidence.events().filter(event -> types.contains(event.type()))
                .collect(Collectors.toMap(event -> event.subject() + "/" + event.sequence(), Function.identity(),
                        (one, again) -> one))
                .values().stream()
                .collect(Collectors.groupingBy(event -> event.type() + " of " + event.subject(),
                        Collectors.counting()));
        return Stream.concat(trail.keySet().stream(), told.keySet().stream()).distinct()
                .filter(name -> !trail.getOrDefault(name, 0L).equals(told.getOrDefault(name, 0L)))
                .map(name -> name + ": told " + told.getOrDefault(name, 0L) + " times, in the trail "
                        + trail.getOrDefault(name, 0L));
    }
}
