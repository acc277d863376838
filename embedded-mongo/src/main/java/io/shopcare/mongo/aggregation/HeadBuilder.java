package io.shopcare.mongo.aggregation;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Numbers;

/** Takes leading {@code $match}, {@code $sort}, {@code $skip} and {@code $limit} off a pipeline. */
final class HeadBuilder {
    private final Names names;
    private final List<Document> matches = new ArrayList<>();
    private Document sort = new Document();
    private long skip;
    private long limit;
    private boolean documents;

    HeadBuilder(Names names) {
        this.names = names;
    }

    /** How many stages were taken. Stages with arguments that are not right are left, to be refused by their parsers. */
    int take(List<Document> specs) {
        int at = 0;
        if (!specs.isEmpty() && Pipeline.name(specs.getFirst()).equals("$documents")) {
            documents = true;
            return 0;
        }
        while (at < specs.size() && specs.get(at).get("$match") instanceof Document match) {
            matches.add(match);
            at++;
        }
        if (at < specs.size() && specs.get(at).get("$sort") instanceof Document order) {
            sort = order;
            at++;
        }
        if (at < specs.size() && positive(specs.get(at), "$skip")) {
            skip = Numbers.whole(specs.get(at).get("$skip")).orElse(0L);
            at++;
        }
        if (at < specs.size() && positive(specs.get(at), "$limit")) {
            limit = Numbers.whole(specs.get(at).get("$limit")).orElse(0L);
            at++;
        }
        return at;
    }

    private static boolean positive(Document spec, String stage) {
        return Numbers.whole(spec.get(stage)).filter(number -> number > 0).isPresent();
    }

    boolean isDocuments() {
        return documents;
    }

    Head build(String collection) {
        Document filter = switch (matches.size()) {
            case 0 -> new Document();
            case 1 -> matches.getFirst();
            default -> new Document("$and", new ArrayList<>(matches));
        };
        return new Head(collection, filter, sort, skip, limit, names);
    }
}
