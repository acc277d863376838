package io.shopcare.crm.facts;

import java.util.List;
import java.util.function.UnaryOperator;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;

/** Keeps the facts of one kind, one for each aggregate that events tell of. */
interface FactStore<F extends Fact> {

    /** Applies an event to the fact of its aggregate, once; late ones change nothing. */
    Facts.Step apply(EventMeta event, UnaryOperator<F> change);

    /** All facts about a buyer, by key. */
    List<F> ofBuyer(String buyer);
}
