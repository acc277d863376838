package io.shopcare.mongo.command;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.values.Code;

/** Makes, lists, renames and drops collections and databases. */
final class CollectionCommands {

    private final Engine engine;

    CollectionCommands(Engine engine) {
        this.engine = engine;
    }

    Document create(Request request) {
        engine.catalog().create(request.namespace());
        return new Document();
    }

    Document drop(Request request) {
        StoredCollection collection = engine.catalog().find(request.namespace());
        if (collection == null) {
            return new Document();
        }
        int indexes = collection.indexes().size();
        engine.catalog().drop(collection);
        return new Document("nIndexesWas", indexes).append("ns", request.namespace().toString());
    }

    Document dropDatabase(Request request) {
        List<StoredCollection> collections = of(request.database());
        collections.forEach(engine.catalog()::drop);
        return collections.isEmpty() ? new Document() : new Document("dropped", request.database());
    }

    Document rename(Request request) {
        Namespace from = full(request, "renameCollection");
        Namespace to = full(request, "to");
        StoredCollection collection = engine.catalog().find(from);
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "Source collection " + from + " does not exist");
        }
        if (from.equals(to)) {
            throw new MongoServerError(20, "IllegalOperation", "Can't rename a collection to itself");
        }
        engine.catalog().rename(collection, to, request.flag("dropTarget", false));
        return new Document();
    }

    private static Namespace full(Request request, String field) {
        if (!(request.body().get(field) instanceof String name)) {
            throw new MongoServerError(14, "TypeMismatch",
                    "BSON field 'renameCollection." + field + "' is the wrong type, expected type 'string'");
        }
        return Namespace.parse(name);
    }

    Document list(Request request) {
        Filter filter = Filter.parse(request.document("filter"), engine.names(null));
        boolean namesOnly = request.flag("nameOnly", false);
        List<Document> collections = of(request.database()).stream().map(collection -> describe(collection, namesOnly))
                .filter(filter::matches).toList();
        return Answers.singleBatch(request.database() + ".$cmd.listCollections", collections);
    }

    private static Document describe(StoredCollection collection, boolean nameOnly) {
        Document description = new Document("name", collection.namespace().collection()).append("type", "collection");
        if (nameOnly) {
            return description;
        }
        return description.append("options", new Document())
                .append("info", new Document("readOnly", false).append("uuid", collection.uuid()))
                .append("idIndex", collection.indexes().getFirst().definition().specification());
    }

    Document listDatabases(Request request) {
        Filter filter = Filter.parse(request.document("filter"), engine.names(null));
        boolean namesOnly = request.flag("nameOnly", false);
        TreeSet<String> names = new TreeSet<>();
        engine.catalog().collections().forEach(collection -> names.add(collection.namespace().database()));
        List<Document> databases = names.stream()
                .map(name -> namesOnly
                        ? new Document("name", name)
                        : new Document("name", name).append("sizeOnDisk", CollectionSizes.data(engine, of(name)))
                                .append("empty", false))
                .filter(filter::matches).toList();
        Document answer = new Document("databases", databases);
        return namesOnly ? answer : answer.append("totalSize", engine.store().approximateBytes());
    }

    Document stats(Request request) {
        long scale = scale(request);
        StoredCollection collection = engine.catalog().find(request.namespace());
        long count = collection == null ? 0 : collection.count();
        long size = collection == null ? 0 : CollectionSizes.data(engine, List.of(collection));
        Document answer = new Document("ns", request.namespace().toString()).append("count", narrow(count))
                .append("size", narrow(size / scale));
        if (count > 0) {
            answer.append("avgObjSize", narrow(size / count));
        }
        return answer.append("storageSize", narrow(size / scale)).append("scaleFactor", narrow(scale))
                .append("nindexes", collection == null ? 0 : collection.indexes().size()).append("capped", false);
    }

    Document databaseStats(Request request) {
        long scale = scale(request);
        List<StoredCollection> collections = of(request.database());
        long objects = collections.stream().mapToLong(StoredCollection::count).sum();
        double size = CollectionSizes.data(engine, collections);
        return new Document("db", request.database()).append("collections", (long) collections.size())
                .append("views", 0L)
                .append("objects", objects).append("avgObjSize", objects == 0 ? 0.0 : size / objects)
                .append("dataSize", size / scale)
                .append("indexes", collections.stream().mapToLong(collection -> collection.indexes().size()).sum())
                .append("storageSize", (double) engine.store().approximateBytes() / scale)
                .append("scaleFactor", (double) scale);
    }

    private static long scale(Request request) {
        long scale = request.number("scale", 1);
        if (scale < 1) {
            throw Code.BAD_VALUE.error("BSON field 'scale' value must be >= 1, actual value '" + scale + "'");
        }
        return scale;
    }

    private static Number narrow(long number) {
        return (int) number == number ? (Number) (int) number : (Number) number;
    }

    private List<StoredCollection> of(String database) {
        return engine.catalog().collections().stream()
                .filter(collection -> collection.namespace().database().equals(database))
                .sorted(Comparator.comparing(collection -> collection.namespace().collection())).toList();
    }
}
