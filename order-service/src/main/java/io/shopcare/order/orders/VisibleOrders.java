package io.shopcare.order.orders;

import org.springframework.stereotype.Component;

import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Orders as far as a caller may see them: buyers their own, staff those of their shops. All else is not there. */
@Component
public class VisibleOrders {
    private final AggregateStore<Order> orders;

    public VisibleOrders(AggregateStore<Order> orders) {
        this.orders = orders;
    }

    /** An order that the caller may see; a 404 otherwise. */
    public Stored<Order> of(String orderId, Person person) {
        return orders.find(orderId).filter(stored -> maySee(stored.aggregate(), person))
                .orElseThrow(ProblemException::notFound);
    }

    /** An order of a shop that the caller works in; a 404 otherwise. */
    public Stored<Order> ofStaff(String orderId, Person person) {
        return orders.find(orderId).filter(stored -> person.worksIn(stored.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
    }

    static boolean maySee(Order order, Person person) {
        var buyer = order.buyer();
        return person.worksIn(order.shop()) || person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
    }
}
