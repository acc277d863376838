package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;

/** Whatever a timeline holds is on its topic, and nothing waits in an outbox any more. */
final class StoredIsPublished implements Check {
    @Override
    public String name() {
        return "every stored change is published";
    }

    @Override
    public Stream<String> broken(Evidence evidence) {
        var told = evidence.events().map(event -> event.subject() + "/" + event.sequence())
                .collect(Collectors.toSet());
        var silent = evidence.ending("_timeline")
                .filter(entry -> !told.contains(entry.getString("parent") + "/" + entry.get("seq")))
                .map(entry -> entry.getString("type") + " " + entry.get("seq") + " of " + entry.getString("parent")
                        + " is on no topic");
        var filed = evidence.ending("_timeline")
                .collect(Collectors.groupingBy(entry -> entry.getString("parent"), Collectors.counting()));
        // two aggregates may be about the same thing and share its id, one of them without events
        var counted = aggregates(evidence).collect(Collectors.groupingBy(document -> document.getString("_id"),
                Collectors.summingLong(document -> Evidence.number(document, "outbox.events"))));
        var unfiled = counted.entrySet().stream()
                .filter(one -> !one.getValue().equals(filed.getOrDefault(one.getKey(), 0L)))
                .map(one -> one.getKey() + " counts " + one.getValue() + " events, its timeline "
                        + filed.getOrDefault(one.getKey(), 0L));
        var waiting = aggregates(evidence)
                .filter(document -> !Evidence.list(document, "outbox.pending").isEmpty()
                        || Evidence.isSet(document, "outbox.since"))
                .map(document -> document.getString("_id") + " still waits in its outbox");
        return Stream.of(silent, unfiled, waiting).flatMap(found -> found);
    }

    private static Stream<Document> aggregates(Evidence evidence) {
        return evidence.stored().values().stream().flatMap(List::stream)
                .filter(document -> document.containsKey("outbox"));
    }
}
