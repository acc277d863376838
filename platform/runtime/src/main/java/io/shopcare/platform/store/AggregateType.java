package io.shopcare.platform.store;

import java.util.List;
import java.util.function.Function;

/**
 * How aggregates of one type are stored and published.
 *
 * @param name       in the singular, as in the audit trail: {@code order}
 * @param javaType   immutable; read and written by {@link io.shopcare.platform.json.Json#STORED}
 * @param collection of its documents
 * @param topic      of its events, {@code shopcare.order.orders}
 * @param shopOf     the shop that it belongs to
 * @param deadlines  that follow from its state
 */
public record AggregateType<A>(String name, Class<A> javaType, String collection, String topic,
        Function<A, String> shopOf, List<Deadline<A>> deadlines) {

    public AggregateType {
        deadlines = List.copyOf(deadlines);
    }

    /** A type without deadlines. */
    public AggregateType(String name, Class<A> javaType, String collection, String topic, Function<A, String> shopOf) {
        this(name, javaType, collection, topic, shopOf, List.of());
    }

    /** The same, with the deadlines that follow from its state. */
    public AggregateType<A> withDeadlines(List<Deadline<A>> all) {
        return new AggregateType<>(name, javaType, collection, topic, shopOf, all);
    }

    /** Collection of its published events, in order; what it tells can't be edited. */
    public String timeline() {
        return name + "_timeline";
    }
}
