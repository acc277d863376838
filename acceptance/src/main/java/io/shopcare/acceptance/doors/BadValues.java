package io.shopcare.acceptance.doors;

import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.json.Json;

/** What people and programs have ever put into a field that nobody expected there. */
final class BadValues {
    private static final List<String> TEXTS = List.of("", " ", "\u0000", "a\u0000b", "\u202Egnp.exe",
            "\u200B\u200D\uFEFF",
            "👩‍👩‍👧‍👦🏴‍☠️", "\uD800", "\uDFFF\uD800", "𠮷野家", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "' OR '1'='1",
            "\"; db.orders.drop(); //",
            "{\"$gt\": \"\"}", "$where", "$ne", "a.b.$c", "../../etc/passwd", "..\\..\\win.ini",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}", "#{T(java.lang.Runtime)}", "{{7*7}}", "%s%n%x", "\r\nSet-Cookie: a=b", "null",
            "undefined", "NaN", "true", "-1", "0", "1e309", "9223372036854775808", "-0.00", "0.001", "1103.9",
            "2026-13-45T99:99:99Z", "9999999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "nuanyang",
            "harbor", "*", "__proto__", "constructor", "\\", "\"", "'", "`", "%", "%00", "\t", "\n", "-", "_id",
            "01a1c30a-6200-72ec-83e4-7dcf05a139d8", "00000000-0000-0000-0000-000000000000");
    private static final List<String> JSON = List.of("null", "true", "false", "0", "-1", "1", "-2147483649",
            "2147483648",
            "9223372036854775808", "-9223372036854775809", "1e400", "1.5", "-0.0", "0.1e-400",
            "99999999999999999999999999",
            "[]", "{}", "[[]]", "[null]", "[{}]", "{\"$gt\":\"\"}", "{\"$ne\":null}", "{\"$where\":\"sleep(1000)\"}",
            "{\"amount\":\"-1.00\",\"currency\":\"CNY\"}", "{\"amount\":\"1.005\",\"currency\":\"CNY\"}",
            "{\"amount\":\"99999999999999999999.00\",\"currency\":\"CNY\"}",
            "{\"amount\":\"1.00\",\"currency\":\"XXX\"}",
            "{\"amount\":1.0,\"currency\":\"CNY\"}", "{\"amount\":\"1e3\",\"currency\":\"CNY\"}",
            "{\"@type\":\"java.net.URL\"}",
            "[\"java.util.ArrayList\",[]]");
    private static final int LONG = 70_000;
    private static final int DEEP = 3_000;

    private BadValues() {}

    /** A text. */
    static String text(RandomGenerator dice) {
        return switch (dice.nextInt(12)) {
            case 0 -> "x".repeat(1 + dice.nextInt(LONG));
            case 1 -> "长".repeat(1 + dice.nextInt(5_000));
            default -> TEXTS.get(dice.nextInt(TEXTS.size()));
        };
    }

    /** JSON of whatever type, as it is sent. */
    static String json(RandomGenerator dice) {
        return switch (dice.nextInt(16)) {
            case 0 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 1 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 2 -> "[" + "1,".repeat(5_000) + "1]";
            case 3 -> "1" + "0".repeat(2_000);
            case 4, 5, 6, 7, 8 -> quoted(text(dice));
            default -> JSON.get(dice.nextInt(JSON.size()));
        };
    }

    static String quoted(String text) {
        try {
            return Json.WIRE.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            return "\"\\ud800\""; // half of a pair cannot be written, but sent it can be
        }
    }

    static String written(JsonNode node) {
        try {
            return Json.WIRE.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
