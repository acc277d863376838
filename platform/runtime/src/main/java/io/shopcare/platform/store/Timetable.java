package io.shopcare.platform.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The deadlines of one aggregate as they stand, with what is remembered of those that could not be answered yet. */
public record Timetable(List<Entry> entries) {
    /** Of an aggregate that has no deadline. */
    public static final Timetable EMPTY = new Timetable(List.of());

    /**
     * @param tries     without success
     * @param notBefore when it is tried next; null before the first try
     */
    public record Entry(String name, Instant at, int tries, @Nullable Instant notBefore) {

        Instant next() {
            return notBefore == null || notBefore.isBefore(at) ? at : notBefore;
        }

        boolean is(String otherName, Instant otherAt) {
            return name.equals(otherName) && at.equals(otherAt);
        }
    }

    public Timetable {
        entries = List.copyOf(entries);
    }

    /** The timetable of the next state; a deadline that stays where it was keeps its tries. */
    public <A> Timetable after(AggregateType<A> type, A state) {
        var next = new ArrayList<Entry>();
        for (var deadline : type.deadlines()) {
            var moment = deadline.at().apply(state);
            if (moment == null)
                continue;
            var at = moment.truncatedTo(ChronoUnit.MILLIS);
            next.add(entries.stream().filter(entry -> entry.is(deadline.name(), at)).findFirst()
                    .orElseGet(() -> new Entry(deadline.name(), at, 0, null)));
        }
        return new Timetable(next);
    }

    /** What is to be answered now, the oldest first. */
    public List<Entry> due(Instant now) {
        return entries.stream().filter(entry -> !entry.next().isAfter(now)).sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    /** One more try without success; the next one not before this moment. */
    public Timetable putOff(String name, Instant at, Instant until) {
        return new Timetable(entries.stream().map(entry -> entry.is(name, at)
                ? new Entry(name, at, entry.tries() + 1, until.truncatedTo(ChronoUnit.MILLIS))
                : entry).toList());
    }

    boolean holds(String name, Instant at) {
        return entries.stream().anyMatch(entry -> entry.is(name, at));
    }

    /** When the runner has to look at this aggregate next. */
    Optional<Instant> next() {
        return entries.stream().map(Entry::next).min(Comparator.naturalOrder());
    }

    /** Since when the oldest deadline waits that could not be answered. */
    Optional<Instant> lateSince() {
        return entries.stream().filter(entry -> entry.tries() > 0).map(Entry::at).min(Comparator.naturalOrder());
    }
}
