package io.shopcare.order.stock;

import java.util.Collection;
import java.util.List;

/** Orders that stock is promised to. */
@FunctionalInterface
public interface PromisedOrders {
    /**
     * Those of these that may lose what they were promised, since nothing of them is printed, in the order in which they do: what
     * nobody has ordered yet, what nobody has paid, then the youngest.
     */
    List<String> firstToLose(Collection<String> orderIds);
}
