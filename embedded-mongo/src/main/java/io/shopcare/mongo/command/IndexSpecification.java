package io.shopcare.mongo.command;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;

/** What an index is asked to be, in the form in which it is kept and listed. Honesty has checked it before. */
final class IndexSpecification {

    private IndexSpecification() {}

    /** Without what has no meaning here: the namespace, a build in the background, an option that is off. */
    static Document listed(Document asked) {
        Document listed = new Document("v", 2).append("key", asked.get("key")).append("name", asked.get("name"));
        for (String flag : List.of("unique", "sparse")) {
            if (Request.flag(asked, flag, false)) {
                listed.append(flag, true);
            }
        }
        for (String option : List.of("partialFilterExpression", "expireAfterSeconds")) {
            if (asked.get(option) != null) {
                listed.append(option, asked.get(option));
            }
        }
        return asked.get("key") instanceof Document key && key.keySet().equals(Set.of("_id"))
                ? new Document("v", 2).append("key", key).append("name", asked.get("name"))
                : listed;
    }

    /** Whether nothing but the name differs. */
    static boolean sameOptions(Document one, Document other) {
        return options(one).equals(options(other));
    }

    /** Whether MongoDB takes them for the same index: pattern and partial filter; other options then conflict. */
    static boolean sameIdentity(Document one, Document other) {
        return Objects.equals(one.get("partialFilterExpression"), other.get("partialFilterExpression"))
                && Request.flag(one, "unique", false) == Request.flag(other, "unique", false)
                && Request.flag(one, "sparse", false) == Request.flag(other, "sparse", false);
    }

    private static Set<String> options(Document specification) {
        return specification.entrySet().stream().filter(option -> !Set.of("v", "key", "name").contains(option.getKey()))
                .map(option -> option.getKey() + "="
                        + (option.getValue() instanceof Number number ? number.longValue() : option.getValue()))
                .collect(Collectors.toSet());
    }
}
