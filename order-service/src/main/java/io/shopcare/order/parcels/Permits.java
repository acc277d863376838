package io.shopcare.order.parcels;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;

/**
 * Asks every order of a parcel for its permit: first whether it would, then for good, which the order grants in a write of
 * its own while no hold is open. If one refuses in between, the others get theirs back. Asked without a key on purpose: a
 * repeat must hear what holds now, not what was answered then.
 */
@Component
final class Permits {
    private final AggregateStore<Order> orders;

    Permits(AggregateStore<Order> orders) {
        this.orders = orders;
    }

    /** @throws io.shopcare.platform.store.RejectedException with the reason of the first order that does not permit it */
    void ask(Parcel parcel, CommandContext behind) {
        var context = new CommandContext(behind.actor(), behind.name() + "/permit", null, null, null);
        sameAddress(parcel);
        for (var orderId : parcel.orderIds())
            wouldGrant(orderId, parcel.parcelId());
        var granted = new ArrayList<String>();
        try {
            for (var orderId : parcel.orderIds())
                if (isGrantedAnew(orderId, parcel.parcelId(), context))
                    granted.add(orderId);
            sameAddress(parcel); // from here on none of them can go elsewhere
        } catch (RejectedException why) {
            granted.forEach(orderId -> orders.decide(orderId, context,
                    order -> order.permitReturned(parcel.parcelId())));
            throw why;
        }
    }

    /** What another clerk was granted before is not ours to give back. */
    private boolean isGrantedAnew(String orderId, String parcelId, CommandContext context) {
        var isNew = new AtomicBoolean();
        orders.decide(orderId, context, order -> {
            isNew.set(!order.fulfilment().permits().contains(parcelId));
            return order.permit(parcelId);
        }).orThrow();
        return isNew.get();
    }

    /** One that refuses must not leave the others with a permit for a parcel that is not printed. */
    private void wouldGrant(String orderId, String parcelId) {
        orders.find(orderId).ifPresent(order -> {
            if (order.aggregate().permit(parcelId) instanceof Decision.Rejected<Order>(var why))
                throw new RejectedException(why);
        });
    }

    /** One of several orders may have been sent elsewhere a moment ago: it is about to leave this parcel. */
    private void sameAddress(Parcel parcel) {
        long addresses = parcel.orderIds().stream().flatMap(orderId -> orders.find(orderId).stream())
                .map(order -> order.aggregate().sale().address()).distinct().count();
        if (addresses > 1)
            throw new RejectedException(Rejection.notNow("other-address"));
    }
}
