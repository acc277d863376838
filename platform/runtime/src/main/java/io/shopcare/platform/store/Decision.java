package io.shopcare.platform.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an aggregate answers to a command: accepted, with its next state and what follows from it, or rejected with a
 * reason. A decision changes nothing by itself; {@link AggregateStore} writes it.
 *
 * @param <A> the aggregate
 */
public sealed interface Decision<A> {

    /** Accepted: {@code next} replaces the state, the events are published in this order. */
    static <A> Accepted<A> accept(A next, Object... events) {
        return new Accepted<>(next, List.of(events), List.of(), Map.of());
    }

    /** What was asked for is already so: accepted, and nothing happens. */
    static <A> Accepted<A> unchanged(A same) {
        return new Accepted<>(same, List.of(), List.of(), Map.of());
    }

    /** Rejected: nothing is written but a line in the audit trail. */
    static <A> Decision<A> reject(Rejection rejection) {
        return new Rejected<>(rejection);
    }

    /**
     * @param events  records annotated with {@link EventType}, in the order in which they happened
     * @param riders  entries for collections of their own, written together with the state
     * @param answers small facts that a repeat of the command has to hear again, such as the number of a message
     */
    record Accepted<A>(A aggregate, List<Object> events, List<Rider> riders, Map<String, Object> answers)
            implements
                Decision<A> {
        public Accepted {
            events = List.copyOf(events);
            riders = List.copyOf(riders);
            answers = Map.copyOf(answers);
        }

        /** The same, with another entry for a collection of its own. */
        public Accepted<A> filing(Rider rider) {
            return new Accepted<>(aggregate, events, Stream.concat(riders.stream(), Stream.of(rider)).toList(),
                    answers);
        }

        /** The same, with one more event after those so far. */
        public Accepted<A> with(Object event) {
            return new Accepted<>(aggregate, Stream.concat(events.stream(), Stream.of(event)).toList(), riders,
                    answers);
        }

        /** The same, with a fact that a repeat hears again. */
        public Accepted<A> answering(String name, Object value) {
            var all = new LinkedHashMap<>(answers);
            all.put(name, value);
            return new Accepted<>(aggregate, events, riders, all);
        }

        boolean changesNothing() {
            return events.isEmpty() && riders.isEmpty();
        }
    }

    /** @param rejection why not */
    record Rejected<A>(Rejection rejection) implements Decision<A> {}
}
