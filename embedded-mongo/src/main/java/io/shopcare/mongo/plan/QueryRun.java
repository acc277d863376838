package io.shopcare.mongo.plan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.ReadView;
import io.shopcare.mongo.store.RocksStore;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.values.Code;

/** A query under way: gives documents one by one, all as of the moment it was opened. To be closed. */
public final class QueryRun implements Iterator<Found>, AutoCloseable {

    private static final int LOOK_AT_THE_CLOCK = 64;

    private final StoredCollection collection;
    private final Query query;
    private final Filter filter;
    private final @Nullable ReadView view;
    private final Access access;
    private final boolean sorts;
    private final boolean covered;
    private final Counters counters = new Counters();
    private final RecordSource source;
    private final Fetcher fetcher;
    private @Nullable Iterator<Found> sorted;
    private @Nullable Found ahead;
    private long toSkip;
    private boolean limitedInTime;
    private boolean closed;

    private QueryRun(StoredCollection collection, Query query, Filter filter, @Nullable ReadView view, Access access) {
        this.collection = collection;
        this.query = query;
        this.filter = filter;
        this.view = view;
        this.access = access;
        this.sorts = sorts(access, query);
        this.covered = access instanceof Access.IdHack
                || access instanceof IndexPlan plan && plan.covers(query.filter());
        this.toSkip = query.skip();
        this.limitedInTime = query.deadline() != Query.NO_DEADLINE;
        this.source = Sources.open(access, collection, view, counters);
        this.fetcher = new Fetcher(source, collection, view);
    }

    public static QueryRun open(RocksStore store, StoredCollection collection, Query query, Filter filter) {
        Access.IdHack hack = Planner.idHack(collection, query);
        if (hack != null) {
            return new QueryRun(collection, query, filter, null, hack);
        }
        ReadView view = store.view();
        try {
            return new QueryRun(collection, query, filter, view, new Planner(collection, query).choose(view));
        } catch (RuntimeException e) {
            view.close();
            throw e;
        }
    }

    private static boolean sorts(Access access, Query query) {
        return !query.sort().isEmpty() && Planner.natural(query.sort()) == null && switch (access) {
            case Access.IdHack _ -> false;
            case IndexPlan plan -> !plan.sort().provided();
            case Access.CollectionScan _,Access.Either _ -> true;
        };
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !closed) {
            ahead = advance();
            if (ahead == null) {
                close();
            }
        }
        return ahead != null;
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Found next = Objects.requireNonNull(ahead);
        ahead = null;
        return next;
    }

    /** The next document, or null. */
    public @Nullable Found poll() {
        return hasNext() ? next() : null;
    }

    private @Nullable Found advance() {
        if (query.limit() > 0 && counters.returned >= query.limit()) {
            return null;
        }
        Found found = ordered();
        while (found != null && toSkip > 0) {
            toSkip--;
            found = ordered();
        }
        if (found != null) {
            counters.returned++;
        }
        return found;
    }

    private @Nullable Found ordered() {
        if (!sorts) {
            return matching();
        }
        if (sorted == null) {
            Sorter sorter = new Sorter(query);
            for (Found found = matching(); found != null; found = matching()) {
                sorter.add(found);
            }
            sorted = sorter.sorted();
        }
        return sorted.hasNext() ? sorted.next() : null;
    }

    private @Nullable Found matching() {
        for (Found found = fetcher.next(wanted()); found != null; found = fetcher.next(wanted())) {
            checkDeadline();
            counters.documents++;
            if (covered || filter.matches(found.document())) {
                return found;
            }
        }
        return null;
    }

    /** Who reads without a limit may stop after one document: fetching ahead begins small. */
    private long wanted() {
        if (sorts) {
            return Long.MAX_VALUE;
        }
        return query.limit() == 0 ? counters.documents + 1 : query.limit() - counters.returned + toSkip;
    }

    /** The first batch was in time; from now on it is the client who takes it. */
    public void liftDeadline() {
        limitedInTime = false;
    }

    private void checkDeadline() {
        if (limitedInTime && counters.documents % LOOK_AT_THE_CLOCK == 0 && query.isLate()) {
            throw Code.MAX_TIME_EXPIRED.error("operation exceeded time limit");
        }
    }

    /** Counts without fetching documents where keys say enough. */
    public long count() {
        if (!covered || access instanceof Access.IdHack) {
            while (hasNext()) {
                next();
            }
            return counters.returned;
        }
        long most = query.limit() > 0 ? query.skip() + query.limit() : Long.MAX_VALUE;
        long count = 0;
        while (count < most && source.next() != RecordSource.END) {
            count++;
        }
        counters.returned = Math.max(0, count - query.skip());
        return counters.returned;
    }

    boolean isCovered() {
        return covered;
    }

    Access access() {
        return access;
    }

    boolean isSorting() {
        return sorts;
    }

    Counters counters() {
        return counters;
    }

    Query query() {
        return query;
    }

    StoredCollection collection() {
        return collection;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            source.close();
            if (view != null) {
                view.close();
            }
        }
    }
}
