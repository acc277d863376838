package io.shopcare.mongo.expression;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A parsed aggregation expression. Null is BSON null; {@link Missing} is a value that is not there. */
@FunctionalInterface
public interface Expression {
    @Nullable
    Object evaluate(Scope scope);

    default @Nullable Object evaluate(Document document) {
        return evaluate(Scope.of(document));
    }

    static Expression constant(@Nullable Object value) {
        return scope -> value;
    }

    /** Parses and validates; unknown operators and variables are refused with MongoDB's codes. */
    static Expression parse(@Nullable Object source, Names names) {
        return Parser.parse(source, names);
    }
}
