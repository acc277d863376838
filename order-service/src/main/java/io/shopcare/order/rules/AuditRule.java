package io.shopcare.order.rules;

import io.shopcare.order.orders.Order;

/**
 * One rule of the audit (审单规则): looks at an order and says what it saw. Whether that is a warning or a hold, and with
 * which settings it looks, is each shop's own choice, made in its {@link RuleSet}.
 *
 * @param <S> its settings: a record whose constraints are those of the requests that set them
 */
public interface AuditRule<S> {

    /** Settings of a rule that has none. */
    record None() {}

    /** Its name in rule sets and findings. */
    String name();

    /** What its settings look like. */
    Class<S> settings();

    /**
     * Whether what it sees passes: the stock of that day, promises that were open. A trial on past orders goes by what their
     * own audit recorded of such a rule.
     */
    default boolean isOfTheMoment() {
        return false;
    }

    /** Whether it holds in every shop, named in its rule set or not: what no choice of a shop may put aside. */
    default boolean alwaysHolds() {
        return false;
    }

    /** What it sees. */
    Saw look(Order order, S settings, Surroundings around);
}
