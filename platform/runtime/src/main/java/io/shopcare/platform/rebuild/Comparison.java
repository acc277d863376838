package io.shopcare.platform.rebuild;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.events.ReadModel.Kept;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

/** The live documents of one collection beside those of the shadow. */
final class Comparison {
    /** More are not remembered: then something is wrong in general. */
    static final int MOST = 10_000;
    private static final int TOLD_EVERY = 200;

    private final Kept kept;
    private final MongoDatabase live;
    private final MongoDatabase shadow;
    private final LongConsumer progress;

    Comparison(Kept kept, MongoDatabase live, MongoDatabase shadow, LongConsumer progress) {
        this.kept = kept;
        this.live = live;
        this.shadow = shadow;
        this.progress = progress;
    }

    /** A document that was not alike, as the live one was then; empty when there was none. */
    record Unlike(Optional<Document> live, Optional<Document> shadow) {
        Difference.Kind kind() {
            if (live.isEmpty())
                return Difference.Kind.MISSING;
            return shadow.isEmpty() ? Difference.Kind.EXTRA : Difference.Kind.DIFFERENT;
        }
    }

    /** Walks over both, in the order of their ids. */
    Map<String, Unlike> all() {
        var unlike = new LinkedHashMap<String, Unlike>();
        long compared = 0;
        try (var ours = cursor(live); var anew = cursor(shadow)) {
            var our = next(ours);
            var other = next(anew);
            while ((our != null || other != null) && unlike.size() < MOST) {
                int order = our == null ? 1 : other == null ? -1 : id(our).compareTo(id(other));
                var left = order <= 0 ? our : null;
                var right = order >= 0 ? other : null;
                if (!Objects.equals(left, right))
                    unlike.put(id(left == null ? Objects.requireNonNull(right) : left),
                            new Unlike(Optional.ofNullable(left), Optional.ofNullable(right)));
                if (left != null)
                    our = next(ours);
                if (right != null)
                    other = next(anew);
                if (++compared % TOLD_EVERY == 0)
                    progress.accept(TOLD_EVERY);
            }
        }
        progress.accept(compared % TOLD_EVERY);
        return unlike;
    }

    /** One of them as it is now; empty when the two are alike. */
    Optional<Unlike> again(String id) {
        var now = new Unlike(find(live, id), find(shadow, id));
        return now.live().equals(now.shadow()) ? Optional.empty() : Optional.of(now);
    }

    private Optional<Document> find(MongoDatabase database, String id) {
        return Optional.ofNullable(database.getCollection(kept.collection()).find(eq("_id", id)).projection(fields())
                .first());
    }

    private MongoCursor<Document> cursor(MongoDatabase database) {
        return database.getCollection(kept.collection()).find().sort(ascending("_id")).projection(fields())
                .iterator();
    }

    private @Nullable Bson fields() {
        return kept.fields().isEmpty() ? null : include(kept.fields());
    }

    private static @Nullable Document next(MongoCursor<Document> cursor) {
        return cursor.hasNext() ? cursor.next() : null;
    }

    private static String id(Document document) {
        return document.getString("_id");
    }
}
