package io.shopcare.mongo.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Predicate.AllOf;
import io.shopcare.mongo.query.Predicate.Leaf;
import io.shopcare.mongo.query.Predicate.Never;
import io.shopcare.mongo.query.Predicate.Not;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.TypeSet;
import io.shopcare.mongo.values.Values;

/** The condition on one field: a value to equal, or an object of operators. What is not known is refused. */
final class FieldParser {
    private FieldParser() {}

    static Predicate field(String field, @Nullable Object condition, Names names) {
        if (condition instanceof BsonRegularExpression regex) {
            return new Leaf(Tests.regex(regex), true);
        }
        if (condition instanceof Document operators && isOperators(operators)) {
            return operators(field, operators, names);
        }
        return new Leaf(Tests.equal(condition), true);
    }

    static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$")
                && !Values.isReference(document);
    }

    private static Predicate operators(String field, Document operators, Names names) {
        List<Predicate> parts = new ArrayList<>();
        operators.forEach((operator, argument) -> {
            if (!operator.equals("$options")) {
                parts.add(operator(field, operator, argument, operators, names));
            } else if (!operators.containsKey("$regex")) {
                throw Code.BAD_VALUE.error("$options needs a $regex");
            }
        });
        return parts.size() == 1 ? parts.getFirst() : new AllOf(parts);
    }

    private static Predicate operator(String field, String operator, @Nullable Object argument, Document all,
            Names names) {
        return switch (operator) {
            case "$eq" -> new Leaf(Tests.equal(argument), true);
            case "$ne" -> new Not(new Leaf(Tests.equal(notRegex("$ne", argument)), true));
            case "$gt", "$gte", "$lt", "$lte" -> new Leaf(Tests.comparison(operator, noRegex(field, argument)), true);
            case "$in" -> new Leaf(Tests.anyOf(operator, argument), true);
            case "$nin" -> new Not(new Leaf(Tests.anyOf(operator, argument), true));
            case "$not" -> new Not(negated(field, argument, names));
            case "$exists" -> Values.isTrue(argument)
                    ? new Leaf(Tests.present(), false)
                    : new Not(new Leaf(Tests.present(), false));
            case "$type" -> {
                TypeSet types = TypeSet.parse(field, argument);
                yield new Leaf((value, trace) -> types.has(value), true);
            }
            case "$mod" -> new Leaf(Tests.modulo(argument), true);
            case "$regex" -> new Leaf(Tests.regex(regex(argument, all.get("$options"))), true);
            case "$all" -> all(field, argument, names);
            case "$elemMatch" -> elemMatch(field, argument, names);
            case "$size" -> new Leaf(Tests.size(argument), false);
            case "$bitsAllSet", "$bitsAnySet", "$bitsAllClear", "$bitsAnyClear" ->
                new Leaf(BitTests.of(operator, argument), true);
            case "$comment" -> new AllOf(List.of());
            case "$near", "$nearSphere", "$geoWithin", "$geoIntersects", "$within", "$geoNear", "$maxDistance",
                    "$minDistance" ->
                throw Code.NO_QUERY_EXECUTION_PLANS.error("unable to find index for $geoNear query: " + operator
                        + " is not supported");
            case "$expr" -> throw Code.BAD_VALUE.error("$expr can only be applied to the top-level document");
            default -> throw Code.BAD_VALUE.error("unknown operator: " + operator);
        };
    }

    private static @Nullable Object notRegex(String operator, @Nullable Object argument) {
        if (argument instanceof BsonRegularExpression) {
            throw Code.BAD_VALUE.error("Can't have regex as arg to " + operator + ".");
        }
        return argument;
    }

    private static @Nullable Object noRegex(String field, @Nullable Object argument) {
        if (argument instanceof BsonRegularExpression) {
            throw Code.BAD_VALUE.error("Can't have RegEx as arg to predicate over field '" + field + "'.");
        }
        return argument;
    }

    private static Predicate negated(String field, @Nullable Object argument, Names names) {
        if (argument instanceof BsonRegularExpression regex) {
            return new Leaf(Tests.regex(regex), true);
        }
        if (!(argument instanceof Document operators)) {
            throw Code.BAD_VALUE.error("$not needs a regex or a document");
        }
        if (operators.isEmpty()) {
            throw Code.BAD_VALUE.error("$not cannot be empty");
        }
        if (!isOperators(operators)) {
            throw Code.BAD_VALUE.error("unknown operator: " + operators.keySet().iterator().next());
        }
        return operators(field, operators, names);
    }

    private static BsonRegularExpression regex(@Nullable Object pattern, @Nullable Object options) {
        if (options != null && !(options instanceof String)) {
            throw Code.BAD_VALUE.error("$options has to be a string");
        }
        if (pattern instanceof BsonRegularExpression given) {
            boolean own = given.getOptions() != null && !given.getOptions().isEmpty();
            if (own && options != null) {
                throw Code.location(51075, "options set in both $regex and $options");
            }
            return options == null ? given : new BsonRegularExpression(given.getPattern(), (String) options);
        }
        if (!(pattern instanceof String text)) {
            throw Code.BAD_VALUE.error("$regex has to be a string");
        }
        return new BsonRegularExpression(text, options == null ? "" : (String) options);
    }

    private static Predicate all(String field, @Nullable Object argument, Names names) {
        if (!(argument instanceof Collection<?> wanted)) {
            throw Code.BAD_VALUE.error("$all needs an array");
        }
        if (wanted.isEmpty()) {
            return new Never();
        }
        List<Predicate> parts = new ArrayList<>();
        for (Object value : wanted) {
            boolean operators = value instanceof Document document && isOperators(document);
            if (operators && !((Document) value).containsKey("$elemMatch")) {
                throw Code.BAD_VALUE.error("no $ expressions in $all");
            }
            parts.add(field(field, value, names));
        }
        return new AllOf(parts);
    }

    private static Predicate elemMatch(String field, @Nullable Object argument, Names names) {
        if (!(argument instanceof Document condition)) {
            throw Code.BAD_VALUE.error("$elemMatch needs an Object");
        }
        String first = condition.isEmpty() ? "" : condition.keySet().iterator().next();
        boolean onValues = isOperators(condition) && !List.of("$and", "$or", "$nor").contains(first);
        if (onValues) {
            Predicate predicate = operators(field, condition, names);
            return new Leaf(Tests.anyElement(predicate::on), false);
        }
        if (condition.containsKey("$expr")) {
            throw Code.BAD_VALUE.error("$expr can only be applied to the top-level document");
        }
        Filter filter = Filter.parse(condition, names);
        return new Leaf(Tests.anyElement((element, trace) -> switch (Kind.of(element)) {
            case OBJECT -> filter.matches((Document) Objects.requireNonNull(element));
            case ARRAY -> filter.matches(indexed(element));
            default -> false;
        }), false);
    }

    /** An array seen as a document of its indexes. */
    private static Document indexed(@Nullable Object array) {
        Document document = new Document();
        int i = 0;
        for (Object item : (Collection<?>) Objects.requireNonNull(array)) {
            document.put(Integer.toString(i++), item);
        }
        return document;
    }
}
