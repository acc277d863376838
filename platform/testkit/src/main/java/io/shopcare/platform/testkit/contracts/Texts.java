package io.shopcare.platform.testkit.contracts;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** A sentence in both languages, with {placeholders} for its figures. */
public record Texts(String chinese, String english) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    static Texts of(JsonNode node) {
        return new Texts(node.path("zh-CN").asText(), node.path("en").asText());
    }

    /** Names of the figures that the Chinese sentence wants. */
    public Set<String> placeholders() {
        return placeholders(chinese);
    }

    /** Both sentences are there and want the same figures. */
    public boolean agree() {
        return !chinese.isBlank() && !english.isBlank() && placeholders(chinese).equals(placeholders(english));
    }

    private static Set<String> placeholders(String text) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
