package io.shopcare.crm.trail;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** {@link Trail} without a database. */
final class InMemoryTrail implements Trail {
    private final Map<String, TrailEntry> entries = new HashMap<>();

    @Override
    public synchronized void add(TrailEntry entry) {
        entries.putIfAbsent(entry.id(), entry);
    }

    @Override
    public synchronized List<TrailEntry> page(String customerId, Filter filter, @Nullable Place after, int most) {
        return entries.values().stream().filter(entry -> entry.customerId().equals(customerId))
                .filter(entry -> filter.kind() == null || entry.kind() == filter.kind())
                .filter(entry -> filter.withInternal() || !entry.internal())
                .filter(entry -> after == null || isBehind(entry, after))
                .sorted(Comparator.comparing(TrailEntry::at).thenComparing(TrailEntry::id).reversed())
                .limit(most).toList();
    }

    private static boolean isBehind(TrailEntry entry, Place after) {
        int time = entry.at().compareTo(after.at());
        return time < 0 || time == 0 && entry.id().compareTo(after.id()) < 0;
    }
}
