package io.shopcare.mongo.update;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** An update of operators, each on a path; applied in the order of the paths, as MongoDB orders new fields. */
final class OperatorUpdate extends Update {
    private record Change(String path, Modifier modifier) {}

    private final List<Change> changes;
    private final ArrayFilters filters;

    private OperatorUpdate(List<Change> changes, ArrayFilters filters) {
        this.changes = changes;
        this.filters = filters;
    }

    static OperatorUpdate parse(Document update, List<Document> arrayFilters, Names names) {
        List<Change> changes = new ArrayList<>();
        update.forEach((operator, argument) -> {
            if (!Modifiers.isKnown(operator)) {
                throw Code.FAILED_TO_PARSE.error("Unknown modifier: " + operator
                        + ". Expected a valid update modifier or pipeline-style update specified as an array");
            }
            if (!(argument instanceof Document fields)) {
                throw Code.FAILED_TO_PARSE
                        .error("Modifiers operate on fields but we found type " + Kind.nameOf(argument)
                                + " instead. For example: {$mod: {<field>: ...}} not {" + operator + ": "
                                + Values.show(argument)
                                + "}");
            }
            fields.forEach((path, value) -> add(changes, operator, path, value, names));
        });
        changes.sort(Comparator.comparing(Change::path, OperatorUpdate::comparePaths));
        return new OperatorUpdate(changes, ArrayFilters.parse(arrayFilters, update, names));
    }

    private static void add(List<Change> changes, String operator, String path, @Nullable Object value, Names names) {
        checkPath(path);
        if (operator.equals("$rename")) {
            String target = Modifiers.renameTarget(path, value);
            checkPath(target);
            conflict(changes, target);
            conflict(changes, path);
            changes.add(new Change(path, new Modifiers.Rename(target)));
            return;
        }
        conflict(changes, path);
        changes.add(new Change(path, Modifiers.parse(operator, path, value, names)));
    }

    private static void checkPath(String path) {
        for (String part : Paths.split(path)) {
            if (part.isEmpty()) {
                throw Code.EMPTY_FIELD_NAME.error("The update path '" + path
                        + "' contains an empty field name, which is not allowed.");
            }
        }
        if (path.startsWith("$[")) {
            throw Code.BAD_VALUE
                    .error("Cannot have array filter identifier (i.e. '$[<id>]') element in the first position "
                            + "in path '" + path + "'");
        }
        if (path.equals("$") || path.startsWith("$.")) {
            throw Code.BAD_VALUE
                    .error("Cannot have positional (i.e. '$') element in the first position in path '" + path
                            + "'");
        }
        if (path.startsWith("$")) {
            throw Code.DOLLAR_PREFIXED_FIELD_NAME.error("The dollar ($) prefixed field '" + path + "' in '" + path
                    + "' is not valid for storage.");
        }
        long positional = List.of(Paths.split(path)).stream().filter("$"::equals).count();
        if (positional > 1) {
            throw Code.BAD_VALUE.error("Too many positional (i.e. '$') elements found in path '" + path + "'");
        }
    }

    private static void conflict(List<Change> changes, String path) {
        for (Change other : changes) {
            String[] also = other.modifier instanceof Modifiers.Rename rename
                    ? new String[]{other.path, rename.target()}
                    : new String[]{other.path};
            for (String taken : also) {
                if (Paths.overlap(path, taken)) {
                    throw Code.CONFLICTING_UPDATE_OPERATORS.error("Updating the path '" + path
                            + "' would create a conflict at '" + (taken.length() < path.length() ? taken : path) + "'");
                }
            }
        }
    }

    /** Part by part, numbers by value. */
    private static int comparePaths(String one, String other) {
        String[] left = Paths.split(one);
        String[] right = Paths.split(other);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = Paths.isIndex(left[i]) && Paths.isIndex(right[i]);
            int result = numbers
                    ? Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]))
                    : left[i].compareTo(right[i]);
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    @Override
    Document change(Document copy, OptionalInt position, boolean insert, Instant now) {
        Object id = copy.getOrMissing("_id");
        for (Change change : changes) {
            for (String[] path : filters.expand(copy, change.path, position)) {
                new Target(copy, path, insert, id, now).apply(change.modifier);
            }
        }
        return copy;
    }
}
