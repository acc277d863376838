package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.wire.BsonReader;
import io.shopcare.mongo.wire.BsonWriter;

/** A collection as the catalog keeps it. Indexes under construction are kept too, so that a crash leaves no orphans. */
record CatalogEntry(Namespace namespace, int id, UUID uuid, List<Index> indexes, List<Integer> unfinished) {

    byte[] encode() {
        List<Document> list = new ArrayList<>();
        for (Index index : indexes) {
            List<Boolean> multikey = new ArrayList<>();
            for (boolean field : index.multikey()) {
                multikey.add(field);
            }
            list.add(new Document("id", index.id()).append("spec", index.definition().specification())
                    .append("multikey", multikey));
        }
        return BsonWriter.write(new Document("ns", namespace.toString()).append("id", id).append("uuid", uuid)
                .append("indexes", list).append("unfinished", unfinished));
    }

    static CatalogEntry decode(byte[] bytes, Function<Document, Predicate<Document>> filters) {
        Document entry = BsonReader.read(bytes);
        List<Index> indexes = new ArrayList<>();
        for (Object index : get(entry, "indexes", List.class)) {
            indexes.add(index((Document) index, filters));
        }
        List<Integer> unfinished = new ArrayList<>();
        for (Object id : get(entry, "unfinished", List.class)) {
            unfinished.add((Integer) id);
        }
        return new CatalogEntry(Namespace.parse(get(entry, "ns", String.class)), get(entry, "id", Integer.class),
                get(entry, "uuid", UUID.class), indexes, unfinished);
    }

    private static Index index(Document index, Function<Document, Predicate<Document>> filters) {
        IndexDefinition definition = IndexDefinition.of(get(index, "spec", Document.class));
        List<?> flags = get(index, "multikey", List.class);
        boolean[] multikey = new boolean[flags.size()];
        for (int i = 0; i < multikey.length; i++) {
            multikey[i] = (Boolean) flags.get(i);
        }
        Document partial = definition.partialFilter();
        return new Index(get(index, "id", Integer.class), definition, partial == null ? null : filters.apply(partial),
                multikey);
    }

    private static <T> T get(Document document, String field, Class<T> type) {
        return type.cast(Objects.requireNonNull(document.get(field)));
    }
}
