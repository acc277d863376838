package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;

/** {@code $sample}: some documents by chance, without holding the rest. */
final class Sample {
    private Sample() {}

    static Stage parse(@Nullable Object spec) {
        Document fields = Stages.fields("$sample", spec, Set.of("size"), Set.of());
        long size = Numbers.whole(fields.get("size")).filter(count -> count > 0)
                .orElseThrow(() -> Code.location(28747, "size argument to $sample must be a positive integer"));
        return (input, source) -> {
            List<Document> kept = new ArrayList<>();
            long[] seen = {0};
            input.forEachOrdered(document -> {
                seen[0]++;
                long place = ThreadLocalRandom.current().nextLong(seen[0]);
                if (kept.size() < size) {
                    kept.add(document);
                } else if (place < size) {
                    kept.set((int) place, document);
                }
            });
            Collections.shuffle(kept, ThreadLocalRandom.current());
            return kept.stream();
        };
    }
}
