package io.shopcare.aftersale.cases;

import java.time.LocalDate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

/** Counts per shop and day in a document of its own. */
final class MongoCaseNumbers implements CaseNumbers {
    private final MongoCollection<Document> counters;

    MongoCaseNumbers(MongoDatabase database) {
        this.counters = database.getCollection("case_numbers");
    }

    @Override
    public String next(String shop, LocalDate day) {
        var counter = counters.findOneAndUpdate(eq("_id", shop + "/" + day), inc("last", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (counter == null)
            throw new IllegalStateException("a counter that was just written is not there");
        return CaseNumbers.text(day, counter.get("last", Number.class).longValue());
    }
}
