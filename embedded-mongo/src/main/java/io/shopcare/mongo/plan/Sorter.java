package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.index.SortKey;

/** Sorts in memory, keeping no more than a limit needs. Documents that are equal stay in the order they came. */
final class Sorter {

    /** There is no spilling to disk; MongoDB's own limit is 100 MB. */
    static final long MOST_BYTES = 64L << 20;

    private final SortKey key;
    private final long most;
    private final PriorityQueue<Keyed> worstFirst;
    private final List<Keyed> all = new ArrayList<>();
    private long bytes;
    private long sequence;

    Sorter(Query query) {
        key = new SortKey(query.sort());
        most = query.limit() > 0 ? query.skip() + query.limit() : Long.MAX_VALUE;
        worstFirst = new PriorityQueue<>(ORDER.reversed());
    }

    private record Keyed(byte[] key, long sequence, Found found) {}

    private static final Comparator<Keyed> ORDER = (one, other) -> {
        int order = Arrays.compareUnsigned(one.key, other.key);
        return order != 0 ? order : Long.compare(one.sequence, other.sequence);
    };

    void add(Found found) {
        Keyed keyed = new Keyed(key.of(found.document()), sequence++, found.compact());
        bytes += found.size() + keyed.key.length;
        if (most == Long.MAX_VALUE) {
            all.add(keyed);
        } else {
            worstFirst.add(keyed);
            if (worstFirst.size() > most) {
                Keyed worst = worstFirst.remove();
                bytes -= worst.found.size() + worst.key.length;
            }
        }
        if (bytes > MOST_BYTES) {
            throw new MongoServerError(292, "QueryExceededMemoryLimitNoDiskUseAllowed",
                    "Sort exceeded memory limit of " + MOST_BYTES
                            + " bytes; declare an index for it. Sorting on disk is not supported");
        }
    }

    Iterator<Found> sorted() {
        all.addAll(worstFirst);
        all.sort(ORDER);
        return all.stream().map(Keyed::found).iterator();
    }
}
