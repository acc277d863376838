package io.shopcare.mongo.expression;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;

/** The variables an expression may use: those with a value for the whole command ({@code let}, NOW) and local ones. */
public final class Names {
    private final Map<String, @Nullable Object> constants;
    private final Set<String> locals;

    private Names(Map<String, @Nullable Object> constants, Set<String> locals) {
        this.constants = constants;
        this.locals = locals;
    }

    public static Names at(Instant now) {
        Map<String, @Nullable Object> constants = new HashMap<>();
        constants.put("NOW", now);
        constants.put("REMOVE", Missing.getInstance());
        return new Names(constants, Set.of());
    }

    /** With the variables of {@code let}, evaluated once. */
    public Names let(@Nullable Document variables, Document document) {
        Names extended = new Names(new HashMap<>(constants), locals);
        if (variables != null) {
            variables.forEach((name, value) -> extended.constants.put(valid(name),
                    Expression.parse(value, this).evaluate(document)));
        }
        return extended;
    }

    /** With the verdicts of {@code $redact}. */
    public Names forRedact() {
        Names extended = new Names(new HashMap<>(constants), locals);
        extended.constants.putAll(Map.of("KEEP", "keep", "PRUNE", "prune", "DESCEND", "descend"));
        return extended;
    }

    /** With the incoming document of {@code $merge} as {@code $$new}. */
    public Names withNew(Document document) {
        Names extended = new Names(new HashMap<>(constants), locals);
        extended.constants.put("new", document);
        return extended;
    }

    Names withLocal(String... names) {
        Set<String> extended = new HashSet<>(locals);
        for (String name : names) {
            extended.add(valid(name));
        }
        return new Names(constants, extended);
    }

    boolean isLocal(String name) {
        return locals.contains(name);
    }

    boolean isConstant(String name) {
        return constants.containsKey(name);
    }

    @Nullable
    Object constant(String name) {
        return constants.get(name);
    }

    private static String valid(String name) {
        if (name.isEmpty()) {
            throw Code.FAILED_TO_PARSE.error("empty variable names are not allowed");
        }
        if (!Character.isLowerCase(name.charAt(0)) && name.charAt(0) < 128) {
            throw Code.FAILED_TO_PARSE
                    .error("'" + name + "' starts with an invalid character for a user variable name");
        }
        return name;
    }
}
