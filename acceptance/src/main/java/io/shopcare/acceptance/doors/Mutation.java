package io.shopcare.acceptance.doors;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.shopcare.acceptance.doors.RawHttp.Request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** One thing that is wrong with a request. */
enum Mutation {
    /** A field, somewhere in the body, holds something else. */
    ANOTHER_VALUE {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            var field = anyField(body, dice);
            if (field == null)
                return to.carrying(BadValues.json(dice));
            return to.carrying(replaced(body, field, BadValues.json(dice)));
        }
    },
    /** A field is missing. */
    MISSING_FIELD {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            var field = anyField(body, dice);
            if (field == null)
                return to.carrying("{}");
            JsonNode copy = body.deepCopy();
            if (copy.at(field.substring(0, field.lastIndexOf('/'))) instanceof ObjectNode object)
                object.remove(field.substring(field.lastIndexOf('/') + 1));
            return to.carrying(BadValues.written(copy));
        }
    },
    /** A field that nobody knows. */
    EXTRA_FIELD {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            if (!(body.deepCopy() instanceof ObjectNode object))
                return to.carrying("{\"extra\": 1}");
            object.put(List.of("extra", "$set", "_id", "version", "buyerId", "class", "__proto__").get(dice.nextInt(7)),
                    1);
            return to.carrying(BadValues.written(object));
        }
    },
    /** Not JSON, or not only. */
    BROKEN_BODY {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            var text = BadValues.written(body.isMissingNode() ? body.deepCopy() : body);
            return switch (dice.nextInt(9)) {
                case 0 -> to.carrying(text.substring(0, Math.max(0, text.length() / 2)));
                case 1 -> to.carrying(text + text);
                case 2 -> to.carrying(new byte[]{(byte) 0xc3, 0x28, (byte) 0xff, (byte) 0xfe});
                case 3 -> to.carrying(new byte[0]);
                case 4 -> to.carrying("\uFEFF" + text);
                case 5 -> to.carrying("null");
                case 6 -> to.carrying("[" + text + "]");
                case 7 -> to.carrying(
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
                default -> to.carrying("{\"shop\":\"nuanyang\",\"shop\":\"harbor\"}");
            };
        }
    },
    /** Far more than is taken. */
    HUGE_BODY {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            return to.carrying("{\"note\":\"" + "x".repeat(1_200_000) + "\"}");
        }
    },
    /** The body is not what the header says. */
    CONTENT_TYPE {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            var types = List.of("text/plain", "application/xml", "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=utf-16", "application/json; charset=nonsense", "*/*", "nonsense", "",
                    "application/x-www-form-urlencoded", "application/json;;;", "application/octet-stream");
            return to.with("Content-Type", types.get(dice.nextInt(types.size())));
        }
    },
    /** Something else stands for an id in the path. */
    ANOTHER_PATH {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            var parts = new ArrayList<>(List.of(to.target().split("\\?", 2)[0].split("/")));
            int at = parts.size() < 5 ? parts.size() - 1 : 4 + dice.nextInt(parts.size() - 4);
            var raw = List.of("%00", "%ff", "%", "..;", "%2e%2e%2f", ".", "..", "a;b=c", "%F0%9F%92%A9", "%E2%80%AE",
                    "%24ne",
                    "a%2Fb", "a%5Cb", "%0d%0aSet-Cookie:a=b", "x".repeat(3_000), "[]", "{}", "'", "\"", "<", "null",
                    "*");
            parts.set(at, dice.nextInt(3) == 0
                    ? URLEncoder.encode(BadValues.text(dice), UTF_8).replace("+", "%20").transform(Mutation::cut)
                    : raw.get(dice.nextInt(raw.size())));
            var query = to.target().contains("?") ? to.target().substring(to.target().indexOf('?')) : "";
            return to.to(String.join("/", parts) + query);
        }
    },
    /** A parameter is missing, there twice, wrong, or unknown. */
    ANOTHER_QUERY {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            var names = List.of("shop", "limit", "after", "state", "stage", "phase", "orderId", "caseId", "group",
                    "kind",
                    "buyerId", "channel", "orderNo", "platform", "waitingFor", "subscription", "reason");
            var name = names.get(dice.nextInt(names.size()));
            var value = switch (dice.nextInt(4)) {
                case 0 -> List.of("0", "-1", "201", "99999999999999", "abc", "1.5", "").get(dice.nextInt(7));
                case 1 -> List
                        .of("W10", "eyJhIjoxfQ", "****", "WyJhIiwiYiJd", "WzEsMiwzXQ", "bnVsbA", "WyIiXQ",
                                "WyIyMDI2Il0")
                        .get(dice.nextInt(8)); // what cursors look like
                default -> cut(URLEncoder.encode(BadValues.text(dice), UTF_8));
            };
            var path = to.target().split("\\?", 2);
            return switch (dice.nextInt(3)) {
                case 0 -> to.to(path[0]);
                case 1 -> to.to(path[0] + "?" + name + "=" + value);
                default -> to.to(to.target() + (path.length > 1 ? "&" : "?") + name + "=" + value);
            };
        }
    },
    /** A header of the conversation is wrong. */
    HEADER {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            return switch (dice.nextInt(11)) {
                case 0 -> to.without("Idempotency-Key");
                case 1 -> to.with("Idempotency-Key", "");
                case 2 -> to.with("Idempotency-Key", "k".repeat(500));
                case 3 -> to.with("Idempotency-Key", "schlüssel 钥匙");
                case 4 -> to.with("If-Match",
                        List.of("nonsense", "\"-1\"", "W/\"1\"", "\"99999999999999999999\"", "\"a\", \"b\"",
                                "").get(dice.nextInt(6)));
                case 5 -> to.with("Accept",
                        List.of("application/xml", "image/png", "nonsense", "*/*;q=x", "").get(dice.nextInt(5)));
                case 6 -> to.with("Accept-Language", List.of("tlh", "zh-CN;q=nonsense", "*", ";;;", "-".repeat(300), "")
                        .get(dice.nextInt(6)));
                case 7 -> to.with("Authorization", List.of("Bearer", "Bearer ", "Basic bGluOmxpbg==", "Bearer a.b.c",
                        "bearer " + "x".repeat(5_000), "Digest").get(dice.nextInt(6)));
                case 8 ->
                    to.with("traceparent", List.of("nonsense", "00-0-0-0", "ff-" + "f".repeat(32) + "-" + "f".repeat(16)
                            + "-01").get(dice.nextInt(3)));
                case 9 ->
                    to.with("X-Forwarded-For", "127.0.0.1").with("X-Forwarded-Host", "evil.example").with("Forwarded",
                            "for=_x;host=evil.example;proto=nonsense").with("X-HTTP-Method-Override", "DELETE");
                default -> to.with("X-Long", "x".repeat(20_000));
            };
        }
    },
    /** Another method than the one that is there. */
    METHOD {
        @Override
        Request applied(Request to, JsonNode body, RandomGenerator dice) {
            return to
                    .by(List.of("PATCH", "DELETE", "PUT", "POST", "OPTIONS", "TRACE", "NONSENSE").get(dice.nextInt(7)));
        }
    };

    private static final int LONGEST_TARGET = 3_500;

    /** The request with that wrong in it. */
    abstract Request applied(Request to, JsonNode body, RandomGenerator dice);

    /** Whether it makes sense for a request without a body. */
    boolean needsBody() {
        return ordinal() <= CONTENT_TYPE.ordinal();
    }

    private static String cut(String encoded) {
        return encoded.length() <= LONGEST_TARGET
                ? encoded
                : encoded.substring(0, LONGEST_TARGET).replaceAll("%.?$", "");
    }

    /** JSON pointer to a field of the body, at whatever depth; null when it has none. */
    private static @org.jspecify.annotations.Nullable String anyField(JsonNode body, RandomGenerator dice) {
        var all = new ArrayList<String>();
        collect("", body, all);
        return all.isEmpty() ? null : all.get(dice.nextInt(all.size()));
    }

    private static void collect(String at, JsonNode node, List<String> all) {
        if (node instanceof ObjectNode object)
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                all.add(at + "/" + field.getKey());
                collect(at + "/" + field.getKey(), field.getValue(), all);
            }
        if (node instanceof ArrayNode array)
            for (int i = 0; i < array.size(); i++)
                collect(at + "/" + i, array.get(i), all);
    }

    /** By text, since what is put in may be no tree at all. */
    private static String replaced(JsonNode body, String field, String json) {
        JsonNode copy = body.deepCopy();
        var mark = "__here__";
        if (copy.at(field.substring(0, field.lastIndexOf('/'))) instanceof ObjectNode object)
            object.put(field.substring(field.lastIndexOf('/') + 1), mark);
        return new String(BadValues.written(copy).replace("\"" + mark + "\"", json).getBytes(UTF_8), UTF_8);
    }

    /** As it stands in a report. */
    static String shown(Request request) {
        var body = new String(request.body(), 0, Math.min(request.body().length, 300), ISO_8859_1);
        return request.method() + " " + request.target().substring(0, Math.min(200, request.target().length())) + " "
                + new String(body.getBytes(ISO_8859_1), UTF_8);
    }
}
