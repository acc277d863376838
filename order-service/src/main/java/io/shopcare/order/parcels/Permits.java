package io.shopcare.order.parcels;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;

/**
 * Asks every order of a parcel for its permit: several of them first whether they would, then for good, which the order
 * grants in a write of its own while no hold is open. If one refuses in between, the others get theirs back; so they do
 * when whoever asked to print died on the way, since the parcel remembers that it asked. Asked without a key on purpose:
 * a repeat must hear what holds now, not what was answered then.
 */
@Component
final class Permits {
    private static final CommandContext ASK = CommandContext.bySystem("ask-permits");
    private static final CommandContext BACK = CommandContext.bySystem("permits-back");

    private final AggregateStore<Order> orders;
    private final AggregateStore<Parcel> parcels;
    private final Clock clock;

    Permits(AggregateStore<Order> orders, AggregateStore<Parcel> parcels, Clock clock) {
        this.orders = orders;
        this.parcels = parcels;
        this.clock = clock;
    }

    /**
     * For the print. One order alone is asked without a note of it: its clerk goes on with the print, or tries again.
     *
     * @return what the parcel has to remember still when it is printed; null for one order alone
     * @throws io.shopcare.platform.store.RejectedException with the reason of the first order that does not permit it
     */
    @Nullable
    String askToPrint(Parcel seen, CommandContext behind) {
        var token = seen.orderIds().size() > 1 || seen.asking() != null ? begin(seen.parcelId()) : null;
        try {
            grant(seen, behind, new ArrayList<>());
        } catch (RejectedException why) {
            if (token != null)
                takeBack(seen.parcelId());
            throw why;
        }
        return token;
    }

    /**
     * For a parcel that is printed: before it leaves.
     *
     * @throws io.shopcare.platform.store.RejectedException with the reason of the first order that does not permit it
     */
    void ask(Parcel parcel, CommandContext behind) {
        var granted = new ArrayList<String>();
        try {
            grant(parcel, behind, granted);
        } catch (RejectedException why) {
            granted.forEach(orderId -> giveBack(orderId, parcel.parcelId()));
            throw why;
        }
    }

    /** Whatever was granted for a parcel that is not printed goes back; a print that is under way is refused. */
    void takeBack(String parcelId) {
        var token = begin(parcelId);
        if (token != null)
            takeBack(parcelId, token);
    }

    /** Permits that nobody printed by until then go back. */
    void takeBackDue(String parcelId, Instant now) {
        var asking = parcels.find(parcelId).map(found -> found.aggregate().asking());
        if (asking.isPresent() && !asking.get().backAt().isAfter(now))
            takeBack(parcelId, asking.get().token());
    }

    private void grant(Parcel parcel, CommandContext behind, List<String> granted) {
        var context = new CommandContext(behind.actor(), behind.name() + "/permit", null, null, null);
        if (parcel.orderIds().size() > 1)
            wouldGrant(parcel);
        for (var orderId : parcel.orderIds())
            if (isGrantedAnew(orderId, parcel.parcelId(), context))
                granted.add(orderId);
        if (parcel.orderIds().size() > 1)
            sameAddress(parcel); // from here on none of them can go elsewhere
    }

    /** Whoever finds permits on their way back sees to it that they are back before it asks. */
    private @Nullable String begin(String parcelId) {
        var own = Ids.next();
        var asking = parcels.decide(parcelId, ASK, parcel -> parcel.askPermits(own, clock.instant())).orThrow()
                .stored().aggregate().asking();
        if (asking == null || !asking.over())
            return asking == null ? null : asking.token();
        takeBack(parcelId, asking.token());
        throw new RejectedException(Rejection.notNow("parcel-changed"));
    }

    /** First nothing can be printed by them, then they go back, then the parcel forgets them: killed anywhere, its clock goes on. */
    private void takeBack(String parcelId, String token) {
        var parcel = parcels.decide(parcelId, BACK, asked -> asked.takePermitsBack(token)).orThrow().stored()
                .aggregate();
        var asking = parcel.asking();
        if (asking == null || !asking.token().equals(token))
            return;
        parcel.orderIds().forEach(orderId -> giveBack(orderId, parcelId));
        parcels.decide(parcelId, BACK, asked -> asked.permitsAreBack(token));
    }

    private void giveBack(String orderId, String parcelId) {
        orders.decide(orderId, BACK, order -> order.permitReturned(parcelId));
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
    private void wouldGrant(Parcel parcel) {
        sameAddress(parcel);
        for (var orderId : parcel.orderIds())
            orders.find(orderId).ifPresent(order -> {
                if (order.aggregate().permit(parcel.parcelId()) instanceof Decision.Rejected<Order>(var why))
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
