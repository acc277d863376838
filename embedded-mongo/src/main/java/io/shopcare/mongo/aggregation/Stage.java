package io.shopcare.mongo.aggregation;

import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;

/** One step of a pipeline. Documents that come in are not changed. */
@FunctionalInterface
interface Stage {
    Stream<Document> apply(Stream<Document> input, DataSource source);
}
