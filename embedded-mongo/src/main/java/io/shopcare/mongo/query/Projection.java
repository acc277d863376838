package io.shopcare.mongo.query;

import java.util.OptionalInt;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.expression.Scope;

/** The projection of find and findAndModify, and of the stage {@code $project}. */
public final class Projection {
    private final Shape.Branch shape;
    private final boolean inclusive;
    private final @Nullable Filter positional;

    Projection(Shape.Branch shape, boolean inclusive, @Nullable Filter positional) {
        this.shape = shape;
        this.inclusive = inclusive;
        this.positional = positional;
    }

    /** Of find: knows {@code $slice}, {@code $elemMatch} and the positional {@code $}, which asks the query. */
    public static Projection ofFind(Document fields, Document query, Names names) {
        return new ProjectionParser(true, names).parse(fields, query);
    }

    public static Projection ofStage(Document fields, Names names) {
        return new ProjectionParser(false, names).parse(fields, new Document());
    }

    public Document apply(Document document) {
        return apply(document, document);
    }

    /** After a change: the positional {@code $} stands for the element that matched before it. */
    public Document apply(Document document, Document matched) {
        OptionalInt position = positional == null ? OptionalInt.empty() : positional.match(matched).position();
        Document result = inclusive ? shape.keep(document, position) : shape.drop(document, position);
        shape.compute(result, Scope.of(document));
        return result;
    }
}
