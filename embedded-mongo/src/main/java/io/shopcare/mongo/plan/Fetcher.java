package io.shopcare.mongo.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.store.Keys;
import io.shopcare.mongo.store.ReadView;
import io.shopcare.mongo.store.StoredCollection;

/** Fetches documents for records, several at a time, but never more than are still wanted. */
final class Fetcher {

    private static final int MOST = 32;

    private final RecordSource source;
    private final StoredCollection collection;
    private final @Nullable ReadView view;
    private final Deque<Found> fetched = new ArrayDeque<>();

    Fetcher(RecordSource source, StoredCollection collection, @Nullable ReadView view) {
        this.source = source;
        this.collection = collection;
        this.view = view;
    }

    /** The next document, or null; {@code wanted}: how many the query can still use. */
    @Nullable
    Found next(long wanted) {
        while (fetched.isEmpty()) {
            if (!fetch((int) Math.clamp(wanted, 1, MOST))) {
                return null;
            }
        }
        return fetched.poll();
    }

    /** False at the end of the source. */
    private boolean fetch(int most) {
        List<Long> records = new ArrayList<>(most);
        List<byte[]> keys = new ArrayList<>(most);
        while (records.size() < most) {
            long record = source.next();
            if (record == RecordSource.END) {
                break;
            }
            byte[] bytes = source.bytes();
            if (bytes != null) {
                fetched.add(new Found(record, bytes));
                return true;
            }
            records.add(record);
            keys.add(Keys.document(collection.id(), record));
        }
        if (records.isEmpty()) {
            return false;
        }
        List<byte @Nullable []> documents = read(records, keys);
        for (int i = 0; i < records.size(); i++) {
            byte[] bytes = documents.get(i);
            if (bytes != null) {
                fetched.add(new Found(records.get(i), bytes));
            }
        }
        return true;
    }

    private List<byte @Nullable []> read(List<Long> records, List<byte[]> keys) {
        if (view != null && keys.size() > 1) {
            return view.get(keys);
        }
        List<byte @Nullable []> documents = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            documents.add(view == null ? collection.read(records.get(i)) : view.get(keys.get(i)));
        }
        return documents;
    }
}
