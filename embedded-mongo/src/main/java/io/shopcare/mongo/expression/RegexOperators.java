package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Regex;
import io.shopcare.mongo.values.Values;

/** {@code $regexMatch}, {@code $regexFind}, {@code $regexFindAll}. */
final class RegexOperators {
    private RegexOperators() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$regexMatch", of((matcher, input) -> matcher.find(), false));
        table.put("$regexFind", of((matcher, input) -> matcher.find() ? found(matcher, input) : null, null));
        table.put("$regexFindAll", of((matcher, input) -> {
            List<Document> all = new ArrayList<>();
            while (matcher.find()) {
                all.add(found(matcher, input));
            }
            return all;
        }, List.of()));
        return table;
    }

    private interface Body {
        @Nullable
        Object apply(Matcher matcher, String input);
    }

    private static Operator of(Body body, @Nullable Object whenNull) {
        return Operator.named(Set.of("input", "regex"), Set.of("options"), arguments -> {
            if (arguments.isNull("regex") || arguments.isNull("input")) {
                return whenNull;
            }
            if (!(arguments.get("input") instanceof String input)) {
                throw Code.location(51104, arguments.operator() + " needs 'input' to be of type string");
            }
            return body.apply(matcher(arguments, input), input);
        });
    }

    private static Matcher matcher(Arguments arguments, String input) {
        Object options = arguments.get("options", "");
        String flags = options instanceof String text ? text : "";
        Object regex = arguments.get("regex");
        if (regex instanceof BsonRegularExpression expression) {
            String own = expression.getOptions() == null ? "" : expression.getOptions();
            if (!own.isEmpty() && !flags.isEmpty()) {
                throw Code.location(51107, arguments.operator()
                        + ": found regex option(s) specified in both 'regex' and 'option' fields");
            }
            return Regex.compile(expression.getPattern(), own + flags).matcher(input);
        }
        if (regex instanceof String pattern) {
            return Regex.compile(pattern, flags).matcher(input);
        }
        throw Code.location(51105, arguments.operator() + " needs 'regex' to be of type string or regex, found: "
                + Values.show(regex));
    }

    private static Document found(Matcher matcher, String input) {
        List<@Nullable Object> captures = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            captures.add(matcher.group(group));
        }
        return new Document("match", matcher.group())
                .append("idx", input.codePointCount(0, matcher.start()))
                .append("captures", captures);
    }
}
