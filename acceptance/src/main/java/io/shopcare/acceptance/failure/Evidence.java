package io.shopcare.acceptance.failure;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;

/**
 * All that is there when everything has come to rest, read from outside.
 *
 * @param stored documents by service and collection, as {@code order.orders}
 * @param told   records of the public topics in the order in which they lie there, repeats and all
 * @param ledger of the payment provider
 * @param mails  that the mail server took
 * @param logs   of the programs, by name
 */
record Evidence(Map<String, List<Document>> stored, List<Told> told, JsonNode ledger, List<Mail> mails,
        Map<String, String> logs, Accepted accepted) {

    /** An event on a topic. */
    record Told(String topic, String subject, long sequence, String type, JsonNode data) {
        /** Written by the suite itself, to be parked. */
        boolean isPoison() {
            return subject.startsWith(Poison.PREFIX);
        }
    }

    /** @param messageId by which a reader's program knows a repeat */
    record Mail(String to, String subject, String text, String messageId) {}

    List<Document> all(String collection) {
        return stored.getOrDefault(collection, List.of());
    }

    /** Documents of every collection whose name ends so. */
    Stream<Document> ending(String suffix) {
        return stored.entrySet().stream().filter(entry -> entry.getKey().endsWith(suffix))
                .flatMap(entry -> entry.getValue().stream());
    }

    /** Events that the programs published. */
    Stream<Told> events() {
        return told.stream().filter(event -> !event.isPoison());
    }

    /** The state of an aggregate. */
    static Document state(Document document) {
        return document.get("state", Document.class);
    }

    /** A number somewhere in a document, along names divided by dots; 0 where there is none. */
    static long number(Document document, String path) {
        return document.getEmbedded(List.of(path.split("\\.")), (Number) 0).longValue();
    }

    static String text(Document document, String path) {
        return document.getEmbedded(List.of(path.split("\\.")), "");
    }

    static List<Document> list(Document document, String path) {
        return document.getEmbedded(List.of(path.split("\\.")), List.of());
    }

    /** Minor units of money as it is written on topics. */
    static long minor(JsonNode money) {
        return new java.math.BigDecimal(money.at("/amount").asText("0")).movePointRight(2).longValueExact();
    }

    static boolean isSet(Document document, String path) {
        return document.getEmbedded(List.of(path.split("\\.")), Object.class) instanceof Date;
    }
}
