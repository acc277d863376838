package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Accumulation;
import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.expression.Scope;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;

/** {@code $bucketAuto}: as many groups of about the same size; {@code granularity} is refused. */
record BucketAuto(Expression by, int buckets, Map<String, Accumulation> output) {
    private record Keyed(@Nullable Object key, Document document) {}

    static Stage parse(@Nullable Object spec, Names names) {
        Document fields = Stages.fields("$bucketAuto", spec, Set.of("groupBy", "buckets"), Set.of("output"));
        int buckets = Numbers.whole(fields.get("buckets")).filter(count -> count > 0).map(Long::intValue).orElseThrow(
                () -> Code.location(40243, "The $bucketAuto 'buckets' field must be greater than 0"));
        BucketAuto auto = new BucketAuto(Expression.parse(fields.get("groupBy"), names), buckets,
                Bucket.output(fields, names));
        return (input, source) -> auto.apply(input);
    }

    private Stream<Document> apply(Stream<Document> input) {
        List<Keyed> all = new ArrayList<>();
        input.forEachOrdered(document -> all.add(new Keyed(BsonOrder.missingAsNull(by.evaluate(document)), document)));
        all.sort((one, other) -> BsonOrder.ASCENDING.compare(one.key, other.key));
        int size = Math.max(1, Math.round((float) all.size() / buckets));
        List<Document> results = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int to = results.size() == buckets - 1 ? all.size() : Math.min(all.size(), from + size);
            while (to < all.size() && BsonOrder.equal(all.get(to - 1).key, all.get(to).key)) {
                to++;
            }
            Object upper = to < all.size() ? all.get(to).key : all.getLast().key;
            Document bounds = new Document("min", all.get(from).key).append("max", upper);
            Group.Gathering gathering = new Group.Gathering(bounds, output);
            all.subList(from, to).forEach(keyed -> gathering.add(Scope.of(keyed.document)));
            results.add(gathering.result());
            from = to;
        }
        return results.stream();
    }
}
