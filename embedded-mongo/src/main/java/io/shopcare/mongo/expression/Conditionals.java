package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** Choices, of which only the branch taken is evaluated, and literals. */
final class Conditionals {
    private Conditionals() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$cond", Conditionals::cond);
        table.put("$ifNull", Conditionals::ifNull);
        table.put("$switch", Conditionals::choose);
        table.put("$literal", (name, argument, names) -> Expression.constant(argument));
        table.put("$let", Conditionals::let);
        return table;
    }

    private static Expression cond(String name, @Nullable Object argument, Names names) {
        List<Expression> parts = argument instanceof Document document
                ? branches(name, document, names)
                : Operator.operands(name, argument, names, 3, 3);
        return scope -> parts.get(Values.isTrue(parts.get(0).evaluate(scope)) ? 1 : 2).evaluate(scope);
    }

    private static List<Expression> branches(String name, Document document, Names names) {
        List<String> keys = List.of("if", "then", "else");
        for (String key : document.keySet()) {
            if (!keys.contains(key)) {
                throw Code.location(17083, "Unrecognized parameter to " + name + ": " + key);
            }
        }
        List<Expression> parts = new ArrayList<>();
        for (String key : keys) {
            if (!document.containsKey(key)) {
                throw Code.location(17080 + keys.indexOf(key), "Missing '" + key + "' parameter to " + name);
            }
            parts.add(Expression.parse(document.get(key), names));
        }
        return parts;
    }

    private static Expression ifNull(String name, @Nullable Object argument, Names names) {
        List<Expression> parts = Operator.operands(name, argument, names, 0, Operator.ANY);
        if (parts.size() < 2) {
            throw Code.location(1257300, "$ifNull needs at least two arguments, had: " + parts.size());
        }
        return scope -> {
            for (Expression part : parts.subList(0, parts.size() - 1)) {
                Object value = part.evaluate(scope);
                if (!Values.isNullish(value)) {
                    return value;
                }
            }
            return parts.getLast().evaluate(scope);
        };
    }

    private record Branch(Expression when, Expression then) {}

    private static Expression choose(String name, @Nullable Object argument, Names names) {
        if (!(argument instanceof Document document)) {
            throw Code.location(40060, "$switch requires an object as an argument, found: " + Values.show(argument));
        }
        for (String key : document.keySet()) {
            if (!key.equals("branches") && !key.equals("default")) {
                throw Code.location(40067, "$switch found an unknown argument: " + key);
            }
        }
        if (!(document.get("branches") instanceof List<?> given)) {
            throw Code.location(40061, "$switch expected an array for 'branches', found: "
                    + Values.show(document.get("branches")));
        }
        if (given.isEmpty()) {
            throw Code.location(40068, "$switch requires at least one branch");
        }
        List<Branch> branches = given.stream().map(branch -> branch(branch, names)).toList();
        Expression otherwise = document.containsKey("default")
                ? Expression.parse(document.get("default"), names)
                : null;
        return scope -> {
            for (Branch branch : branches) {
                if (Values.isTrue(branch.when().evaluate(scope))) {
                    return branch.then().evaluate(scope);
                }
            }
            if (otherwise == null) {
                throw Code.location(40066, "$switch could not find a matching branch for an input, and no default was "
                        + "specified.");
            }
            return otherwise.evaluate(scope);
        };
    }

    private static Branch branch(@Nullable Object source, Names names) {
        if (!(source instanceof Document document)) {
            throw Code.location(40062, "$switch expected each branch to be an object, found: " + Values.show(source));
        }
        for (String key : document.keySet()) {
            if (!key.equals("case") && !key.equals("then")) {
                throw Code.location(40063, "$switch found an unknown argument to a branch: " + key);
            }
        }
        if (!document.containsKey("case")) {
            throw Code.location(40064, "$switch requires each branch have a 'case' expression");
        }
        if (!document.containsKey("then")) {
            throw Code.location(40065, "$switch requires each branch have a 'then' expression.");
        }
        return new Branch(Expression.parse(document.get("case"), names), Expression.parse(document.get("then"), names));
    }

    private static Expression let(String name, @Nullable Object argument, Names names) {
        Document fields = Operator.fields(name, argument, Set.of("vars", "in"), Set.of());
        if (!(fields.get("vars") instanceof Document vars)) {
            throw Code.location(10065, "invalid parameter: expected an object (vars)");
        }
        Map<String, Expression> bound = new HashMap<>();
        vars.forEach((variable, value) -> bound.put(variable, Expression.parse(value, names)));
        Expression body = Expression.parse(fields.get("in"), names.withLocal(vars.keySet().toArray(String[]::new)));
        return scope -> {
            Scope inner = scope;
            for (Map.Entry<String, Expression> variable : bound.entrySet()) {
                inner = inner.with(variable.getKey(), variable.getValue().evaluate(scope));
            }
            return body.evaluate(inner);
        };
    }
}
