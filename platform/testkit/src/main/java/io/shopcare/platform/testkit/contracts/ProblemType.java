package io.shopcare.platform.testkit.contracts;

import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A problem that callers may get (RFC 9457).
 *
 * @param name         last part of its type
 * @param status       HTTP status
 * @param placeholders figures that title and detail want
 * @param members      extension members that come along
 */
public record ProblemType(String name, int status, Texts title, Texts detail, Set<String> placeholders,
        Set<String> members) {

    static ProblemType of(String name, JsonNode node) {
        var placeholders = new TreeSet<String>();
        node.path("placeholders").forEach(placeholder -> placeholders.add(placeholder.asText()));
        var members = new TreeSet<String>();
        node.path("members").fieldNames().forEachRemaining(members::add);
        return new ProblemType(name, node.path("status").asInt(), Texts.of(node.path("title")),
                Texts.of(node.path("detail")), placeholders, members);
    }

    /** The {@code type} of the problem. */
    public String type() {
        return "urn:shopcare:problem:" + name;
    }
}
