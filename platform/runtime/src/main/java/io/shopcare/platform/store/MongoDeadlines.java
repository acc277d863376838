package io.shopcare.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

/** {@link Deadlines} in the documents of the aggregates, found by two partial indexes. */
final class MongoDeadlines<A> implements Deadlines {
    private static final String INDEX = "deadlines";
    private static final String LATE_INDEX = "late";

    private final AggregateType<A> type;
    private final MongoCollection<Document> documents;

    MongoDeadlines(AggregateType<A> type, MongoDatabase database) {
        this.type = type;
        this.documents = database.getCollection(type.collection());
        index(INDEX, TimetableDocument.NEXT);
        index(LATE_INDEX, TimetableDocument.LATE);
    }

    static Bson dueBy(List<Integer> shards, Instant now) {
        return and(in("shard", shards), exists(TimetableDocument.NEXT),
                lte(TimetableDocument.NEXT, Date.from(now)));
    }

    @Override
    public List<Due> due(List<Integer> shards, Instant now, int most) {
        var due = new ArrayList<Due>();
        documents.find(dueBy(shards, now)).hintString(INDEX).sort(ascending("shard", TimetableDocument.NEXT))
                .limit(most).projection(include(TimetableDocument.ENTRIES))
                .forEach(found -> TimetableDocument.read(found).due(now).forEach(entry -> due.add(
                        new Due(found.getString("_id"), entry.name(), entry.at(), entry.tries()))));
        return due;
    }

    @Override
    public boolean putOffIfStill(Due fired, Instant until) {
        var found = documents.find(eq("_id", fired.id())).projection(AggregateDocuments.WITHOUT_PENDING).first();
        if (found == null)
            return false;
        var envelope = new Envelope(found);
        var next = follows(envelope);
        boolean still = next.holds(fired.name(), fired.at());
        write(envelope, still ? next.putOff(fired.name(), fired.at(), until) : next);
        return still;
    }

    @Override
    public List<Instant> late(List<Integer> shards, int most) {
        return documents.find(and(in("shard", shards), exists(TimetableDocument.LATE))).hintString(LATE_INDEX)
                .limit(most).projection(include(TimetableDocument.LATE))
                .map(found -> found.getDate(TimetableDocument.LATE).toInstant()).into(new ArrayList<>()).stream()
                .sorted().toList();
    }

    @Override
    public Optional<String> reckon(String afterId, int most) {
        var last = Optional.<String>empty();
        for (var found : documents.find(gt("_id", afterId)).sort(ascending("_id")).limit(most)
                .projection(AggregateDocuments.WITHOUT_PENDING)) {
            var envelope = new Envelope(found);
            write(envelope, follows(envelope));
            last = Optional.of(envelope.id());
        }
        return last;
    }

    private Timetable follows(Envelope envelope) {
        return envelope.timetable().after(type, envelope.state(type.javaType()));
    }

    /** Not a new version: nothing changed for those who read the aggregate. Who wrote it meanwhile reckoned anew. */
    private void write(Envelope seen, Timetable next) {
        if (!next.equals(seen.timetable()))
            documents.updateOne(and(eq("_id", seen.id()), eq("version", seen.version())),
                    TimetableDocument.update(next));
    }

    private void index(String name, String field) {
        documents.createIndex(Indexes.ascending("shard", field),
                new IndexOptions().name(name).partialFilterExpression(exists(field)));
    }
}
