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
        var unfiled = aggregates(evidence)
                .filter(document -> Evidence.number(document, "outbox.events") != filed
                        .getOrDefault(document.getString("_id"), 0L))
                .map(document -> document.getString("_id") + " counts " + Evidence.number(document, "outbox.events")
                        + " events, its timeline " + filed.getOrDefault(document.getString("_id"), 0L));
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
