package io.shopcare.mongo.plan;

import java.util.Iterator;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;

/** Whether two key patterns are the same: the fields in their order, with the same directions (1 and 1.0 are). */
public final class SamePattern {

    private SamePattern() {}

    public static boolean same(Document one, Document other) {
        Iterator<Map.Entry<String, Object>> ones = one.entrySet().iterator();
        Iterator<Map.Entry<String, Object>> others = other.entrySet().iterator();
        while (ones.hasNext() && others.hasNext()) {
            Map.Entry<String, Object> left = ones.next();
            Map.Entry<String, Object> right = others.next();
            if (!left.getKey().equals(right.getKey()) || !same(left.getValue(), right.getValue())) {
                return false;
            }
        }
        return !ones.hasNext() && !others.hasNext();
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number left && other instanceof Number right
                ? left.doubleValue() == right.doubleValue()
                : one.equals(other);
    }
}
