package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexKey;
import io.shopcare.mongo.wire.BsonReader;

/**
 * Walks documents and index entries both ways: every key that a document has must have its entry, and every entry must
 * lead to a document that has the key.
 */
public final class IntegrityCheck {

    private static final int MOST_FAULTS = 100;

    private final StoredCollection collection;
    private final ReadView view;
    private final Map<String, Long> entries = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long documents;

    private IntegrityCheck(StoredCollection collection, ReadView view) {
        this.collection = collection;
        this.view = view;
    }

    /** What was found; {@code entries} by index. Nothing is wrong when there are no faults. */
    public record Report(long documents, Map<String, Long> entries, List<String> faults) {}

    public static Report of(RocksStore store, StoredCollection collection) {
        try (ReadView view = store.view()) {
            IntegrityCheck check = new IntegrityCheck(collection, view);
            check.documents();
            collection.indexes().forEach(check::entries);
            return new Report(check.documents, check.entries, check.faults);
        }
    }

    /** All collections, and that nothing is left of those that are gone. By namespace; leftovers under the empty name. */
    public static Map<String, Report> all(RocksStore store, Catalog catalog) {
        Map<String, Report> reports = new LinkedHashMap<>();
        catalog.collections()
                .forEach(collection -> reports.put(collection.namespace().toString(), of(store, collection)));
        reports.put("", leftovers(store, catalog));
        return reports;
    }

    private void documents() {
        byte[] from = Keys.documents(collection.id());
        try (EntryScan scan = view.scan(from, Objects.requireNonNull(Keys.after(from)), true)) {
            while (scan.next()) {
                documents++;
                long record = Keys.recordOf(scan.key());
                Document document = BsonReader.read(scan.value());
                collection.indexes().forEach(index -> checkEntries(index, document, record));
            }
        }
        if (documents != collection.count()) {
            // writers may be at work; a check of a store at rest must agree
            fault("the collection counts " + collection.count() + " documents but has " + documents);
        }
    }

    private void checkEntries(Index index, Document document, long record) {
        for (IndexKey key : index.keysOf(document)) {
            byte[] value = view.get(IndexChange.entryKey(index, key, record));
            if (value == null) {
                fault("document " + document.get("_id") + " has no entry in index " + index.name());
            } else if (!Arrays.equals(value, IndexChange.entryValue(index, record))) {
                fault("the entry of document " + document.get("_id") + " in index " + index.name()
                        + " leads to another document");
            }
        }
    }

    private void entries(Index index) {
        byte[] from = Keys.entries(index.id());
        long count = 0;
        try (EntryScan scan = view.scan(from, Objects.requireNonNull(Keys.after(from)), true)) {
            while (scan.next()) {
                count++;
                checkDocument(index, scan.key(), scan.value(), from.length);
            }
        }
        entries.put(index.name(), count);
    }

    private void checkDocument(Index index, byte[] entry, byte[] value, int prefix) {
        int end = index.unique() ? entry.length : entry.length - Keys.RECORD_BYTES;
        long record = index.unique() ? Keys.longAt(value, 0) : Keys.longAt(entry, end);
        byte[] bytes = view.get(Keys.document(collection.id(), record));
        if (bytes == null) {
            fault("an entry of index " + index.name() + " leads to record " + record + ", which is not there");
        } else if (!index.keysOf(BsonReader.read(bytes))
                .contains(new IndexKey(Arrays.copyOfRange(entry, prefix, end), List.of()))) {
            fault("an entry of index " + index.name() + " leads to record " + record + ", which has not this key");
        }
    }

    private void fault(String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }

    private static Report leftovers(RocksStore store, Catalog catalog) {
        Set<Integer> collections = catalog.collections().stream().map(StoredCollection::id).collect(Collectors.toSet());
        Set<Integer> indexes = catalog.collections().stream().flatMap(collection -> collection.indexes().stream())
                .map(Index::id)
                .collect(Collectors.toSet());
        Set<String> faults = new TreeSet<>();
        try (ReadView view = store.view();
                EntryScan scan = view.scan(new byte[]{Keys.DOCUMENT}, new byte[]{Keys.ENTRY + 1}, true)) {
            boolean more = scan.next();
            while (more) {
                byte[] key = scan.key();
                int id = Keys.intAt(key, 1);
                if (!(key[0] == Keys.DOCUMENT ? collections : indexes).contains(id)) {
                    faults.add((key[0] == Keys.DOCUMENT
                            ? "documents of the unknown collection "
                            : "entries of the unknown index ") + id);
                }
                byte[] next = Keys.after(Arrays.copyOf(key, 1 + Integer.BYTES));
                more = next != null && scan.seek(next);
            }
        }
        return new Report(0, Map.of(), List.copyOf(faults));
    }
}
