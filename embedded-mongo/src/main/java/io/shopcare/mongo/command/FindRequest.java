package io.shopcare.mongo.command;

import java.util.function.Function;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.plan.Found;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.query.Projection;
import io.shopcare.mongo.query.SortOrder;
import io.shopcare.mongo.wire.BsonWriter;
import io.shopcare.mongo.wire.RawDocument;

/** The parts of a find, read and validated. */
record FindRequest(Query query, Filter filter, Function<Found, RawDocument> form) {

    static FindRequest of(Request request, Engine engine) {
        Names names = engine.names(request.optional("let"));
        Document filter = request.document("filter");
        Document projection = request.document("projection");
        long limit = Math.abs(notNegative(request, "limit", true));
        Query query = new Query(filter, sort(request.document("sort")), notNegative(request, "skip", false), limit,
                request.body().get("hint"), request.deadline());
        return new FindRequest(query, Filter.parse(filter, names), form(projection, filter, names));
    }

    /** Validated; {@code $natural} is not a field. */
    static Document sort(Document sort) {
        if (!sort.isEmpty() && !sort.containsKey("$natural")) {
            SortOrder.parse(sort);
        }
        return sort;
    }

    static Function<Found, RawDocument> form(Document projection, Document filter, Names names) {
        if (projection.isEmpty()) {
            return Found::raw;
        }
        Projection parsed = Projection.ofFind(projection, filter, names);
        return found -> new RawDocument(BsonWriter.write(parsed.apply(found.document())));
    }

    private static long notNegative(Request request, String field, boolean mayBeNegative) {
        long number = request.number(field, 0);
        if (number < 0 && !mayBeNegative) {
            throw new MongoServerError(51024, "Location51024",
                    "BSON field '" + field + "' value must be >= 0, actual value '" + number + "'");
        }
        return number;
    }
}
