package io.shopcare.mongo.aggregation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.mongo.expression.Names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A view of the store stays open no longer than the result that is read from it. */
class ClosingPipelinesTest {
    private final AtomicInteger open = new AtomicInteger();
    private final DataSource hundred = new Hundred();

    private static Pipeline pipeline(String... stages) {
        List<Document> parsed = Stream.of(stages).map(ClosingPipelinesTest::stage).toList();
        return Pipeline.parse(parsed, Names.at(Instant.EPOCH));
    }

    private static Document stage(String name) {
        return switch (name) {
            case "$group" -> new Document(name, new Document("_id", "$n"));
            case "$sort" -> new Document(name, new Document("n", -1));
            case "$limit" -> new Document(name, 3);
            case "$match" -> new Document(name, new Document("n", 1));
            case "$count" -> new Document(name, "count");
            case "$facet" -> new Document(name, new Document("all", List.of(stage("$count"))));
            case "$unionWith" -> new Document(name, "others");
            case "$lookup" -> new Document(name, new Document("from", "others").append("localField", "n")
                    .append("foreignField", "n").append("as", "same"));
            case "$replaceWith" -> new Document(name, "$n");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"$match", "$group", "$sort", "$limit", "$count", "$facet", "$unionWith", "$lookup"})
    void closesWhatItReadWhenItsResultIsClosed(String stage) {
        for (Pipeline pipeline : List.of(pipeline(stage), pipeline(stage, "$sort"),
                pipeline("$limit", stage, "$group"))) {
            try (Stream<Document> result = pipeline.run(hundred, "things")) {
                assertThat(result.iterator().hasNext()).isTrue();
            }
            assertThat(open).hasValue(0);
        }
    }

    @Test
    void closesWhatItReadWhenItFails() {
        Pipeline failing = pipeline("$replaceWith", "$group");
        assertThatThrownBy(() -> failing.run(hundred, "things")).hasMessageContaining("newRoot");
        assertThat(open).hasValue(0);
    }

    private final class Hundred implements DataSource {
        @Override
        public Stream<Document> find(Head head) {
            open.incrementAndGet();
            return IntStream.range(0, 100).mapToObj(i -> new Document("_id", i).append("n", i % 5))
                    .onClose(open::decrementAndGet);
        }

        @Override
        public void out(@Nullable String database, String collection, Stream<Document> documents) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void merge(@Nullable String database, String collection, Document key,
                Function<@Nullable Document, @Nullable Document> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUnique(@Nullable String database, String collection, Set<String> fields) {
            return false;
        }
    }
}
