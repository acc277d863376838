package io.shopcare.presale.conversations;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.WatchedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P1: messages are read in order and without gaps, wherever the relay has got to")
class ReadingMessagesTest {
    private final WatchedDatabase watched = WatchedDatabase.fresh();
    private final MongoDatabase database = watched.database();
    private final MongoMessages messages = new MongoMessages(database);

    @AfterEach
    void close() {
        watched.close();
    }

    @ParameterizedTest(name = "filed up to {0}, riding from {1}")
    @CsvSource({"9, 10", "9, 5", "4, 5", "6, 5", "0, 1", "2, 1"})
    void wherever(long filed, long ridingFrom) {
        talk(filed, ridingFrom);

        for (long told = 0; told <= 9; told++)
            assertThat(messages.after("talk", told, 100)).extracting(Message::seq)
                    .containsExactlyElementsOf(LongStream.rangeClosed(told + 1, 9).boxed().toList());
        assertThat(messages.after("talk", 2, 3)).extracting(Message::seq).containsExactly(3L, 4L, 5L);
    }

    @Test
    @DisplayName("what was just said is read where it was written, and nowhere else")
    void justSaid() {
        talk(8, 9);

        watched.forget();
        assertThat(messages.after("talk", 8, 100)).extracting(Message::seq).containsExactly(9L);

        assertThat(watched.asked()).containsExactly("find conversations");
    }

    private void talk(long filed, long ridingFrom) {
        if (filed > 0)
            database.getCollection("messages").insertMany(LongStream.rangeClosed(1, filed).mapToObj(
                    ReadingMessagesTest::said).toList());
        var riding = IntStream.rangeClosed((int) ridingFrom, 9).mapToObj(seq -> new Document("seq", seq).append("in",
                "messages").append("doc", said(seq))).toList();
        database.getCollection("conversations").insertOne(new Document("_id", "talk").append("state", new Document(
                "talk", new Document("lastSequence", 9L))).append("outbox", new Document("pending", riding)));
    }

    private static Document said(long seq) {
        var message = Message.of(Draft.text(new Author(AuthorKind.BUYER, "lin", null), "c-" + seq, "在吗"), "talk", seq,
                Instant.parse("2026-11-10T01:20:00Z"));
        return Json.STORED.convertValue(message, Document.class).append("_id", "talk/" + seq).append("parent",
                "talk");
    }
}
