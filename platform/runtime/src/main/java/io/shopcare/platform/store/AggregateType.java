package io.shopcare.platform.store;

import java.util.function.Function;

/**
 * How aggregates of one type are stored and published.
 *
 * @param name       in the singular, as in the audit trail: {@code order}
 * @param javaType   immutable; read and written by {@link io.shopcare.platform.json.Json#STORED}
 * @param collection of its documents
 * @param topic      of its events, {@code shopcare.order.orders}
 * @param shopOf     the shop that it belongs to
 */
public record AggregateType<A>(String name, Class<A> javaType, String collection, String topic,
        Function<A, String> shopOf) {

    /** Collection of its published events, in order; what it tells can't be edited. */
    public String timeline() {
        return name + "_timeline";
    }
}
