package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.store.DuplicateKeyException;

/** Forms that many answers share. */
final class Answers {

    private Answers() {}

    static Document error(MongoServerError error) {
        Document answer = new Document("ok", 0.0).append("errmsg", error.getMessageWithoutErrorCode())
                .append("code", error.getCode())
                .append("codeName", error.getCodeName());
        details(answer, error);
        return answer;
    }

    /** One of the errors of a write of many documents. */
    static Document writeError(int index, MongoServerError error) {
        Document answer = new Document("index", index).append("code", error.getCode());
        details(answer, error);
        return answer.append("errmsg", error.getMessageWithoutErrorCode());
    }

    private static void details(Document answer, MongoServerError error) {
        if (error instanceof DuplicateKeyException duplicate) {
            answer.append("keyPattern", duplicate.keyPattern()).append("keyValue", duplicate.keyValue());
        }
    }

    /** A result that fits into one batch. */
    static Document singleBatch(String namespace, List<?> documents) {
        return new Document("cursor",
                new Document("firstBatch", new ArrayList<>(documents)).append("id", 0L).append("ns", namespace));
    }
}
