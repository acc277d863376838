package io.shopcare.presale.live;

import java.util.Locale;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.shopcare.presale.conversations.AuthorKind;

import static com.mongodb.client.model.Filters.eq;

/** Up to where each side has seen a conversation; a mark only goes forward. */
@Component
final class ReadMarks {
    private final MongoCollection<Document> marks;

    ReadMarks(MongoDatabase database) {
        this.marks = database.getCollection("read_marks");
    }

    void mark(String conversation, AuthorKind side, long seq) {
        marks.updateOne(eq("_id", id(conversation, side)), Updates.max("seq", seq), new UpdateOptions().upsert(true));
    }

    /** 0 when nothing was seen. */
    long of(String conversation, AuthorKind side) {
        var found = marks.find(eq("_id", id(conversation, side))).first();
        return found == null ? 0 : found.get("seq", Number.class).longValue();
    }

    private static String id(String conversation, AuthorKind side) {
        return conversation + "/" + side.name().toLowerCase(Locale.ROOT);
    }
}
