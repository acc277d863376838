package io.shopcare.mongo.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Values;

/** Comparisons by MongoDB's order, and the logic of true and false. */
final class Comparisons {
    private Comparisons() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$cmp", Operator.of(2, Comparisons::compare));
        table.put("$eq", test(result -> result == 0));
        table.put("$ne", test(result -> result != 0));
        table.put("$gt", test(result -> result > 0));
        table.put("$gte", test(result -> result >= 0));
        table.put("$lt", test(result -> result < 0));
        table.put("$lte", test(result -> result <= 0));
        table.put("$not", Operator.of(1, o -> !Values.isTrue(o.get(0))));
        table.put("$and", (name, argument, names) -> {
            var operands = Operator.operands(name, argument, names, 0, Operator.ANY);
            return scope -> operands.stream().allMatch(operand -> Values.isTrue(operand.evaluate(scope)));
        });
        table.put("$or", (name, argument, names) -> {
            var operands = Operator.operands(name, argument, names, 0, Operator.ANY);
            return scope -> operands.stream().anyMatch(operand -> Values.isTrue(operand.evaluate(scope)));
        });
        return table;
    }

    private static Operator test(IntPredicate accepted) {
        return Operator.of(2, o -> accepted.test(compare(o)));
    }

    private static int compare(Operands operands) {
        return Integer.signum(BsonOrder.ASCENDING.compare(operands.get(0), operands.get(1)));
    }
}
