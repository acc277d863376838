package io.shopcare.order.interceptions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * A parcel that has left is to come back, or to go elsewhere. One for each parcel; a refused one may be tried again.
 *
 * @param orderId that it was asked for, and that its price is asked on
 * @param orders  all in the parcel
 * @param attempt from 1
 * @param wish    what is wanted in this attempt
 * @param reason  of its end; null before
 */
public record Interception(String interceptionId, String shop, String parcelId, String orderId, List<String> orders,
        Buyer buyer, Waybill waybill, int attempt, Wish wish, InterceptionState state, @Nullable ActorRef endedBy,
        @Nullable Instant endedAt, @Nullable String reason) {
    /** Back to us. */
    static final String STOP = "stop";
    /** To another address. */
    static final String REDIRECT = "redirect";

    /**
     * What is wanted.
     *
     * @param to    the new address; null when it is to come back
     * @param price that the buyer pays; zero when the shop bears it
     * @param payBy until when
     */
    public record Wish(String kind, @Nullable Address to, Money price, Instant payBy, ActorRef by, Instant at) {}

    public Interception {
        orders = List.copyOf(orders);
    }

    /** The interception of a parcel has an id that follows from the parcel's. */
    static String idOf(String parcelId) {
        return Ids.derived("interception", parcelId);
    }

    /** The request by which its price is paid. */
    String paymentRequestId() {
        return Ids.derived("redirect-price", interceptionId, Integer.toString(attempt));
    }

    static Decision<Interception> of(String parcelId, String orderId, List<String> orders, Buyer buyer,
            Waybill waybill, Wish wish) {
        return begun(new Interception(idOf(parcelId), buyer.shop(), parcelId, orderId, orders, buyer, waybill, 1, wish,
                first(wish), null, null, null));
    }

    /** Once more after it was refused or not paid; while one is open the second hears who was first. */
    Decision<Interception> again(String order, Wish next) {
        if (wish.equals(next))
            return Decision.unchanged(this);
        if (state.isOpen() || state == InterceptionState.DONE)
            return Decision.reject(Rejection.notNow(state.isOpen() ? "interception-open" : "interception-done",
                    Map.of("who", wish.by().id(), "when", wish.at().toString())));
        return begun(new Interception(interceptionId, shop, parcelId, order, orders, buyer, waybill, attempt + 1, next,
                state.to(first(next)), null, null, null));
    }

    /** Its price is paid: the carrier is asked. */
    Decision<Interception> paid(String requestId) {
        return state == InterceptionState.OFFERED && requestId.equals(paymentRequestId())
                ? begun(in(InterceptionState.ASKED, null, null, null))
                : Decision.unchanged(this);
    }

    /** Its price was not paid in time, or the request was taken back. */
    Decision<Interception> notPaid(String requestId, ActorRef by, Instant at) {
        return state == InterceptionState.OFFERED && requestId.equals(paymentRequestId())
                ? ended(in(InterceptionState.WITHDRAWN, by, at, "not-paid"))
                : Decision.unchanged(this);
    }

    /** What the carrier said, or its scans show; whoever comes second hears who was first. */
    Decision<Interception> answered(InterceptionState end, String why, ActorRef by, Instant at) {
        if (state == end)
            return Decision.unchanged(this);
        if (state == InterceptionState.ASKED)
            return ended(in(end, by, at, why));
        return Decision.reject(state == InterceptionState.OFFERED
                ? Rejection.notNow("interception-unpaid")
                : Rejection.notNow("already-decided", Map.of("who", endedBy == null ? "?" : endedBy.id(), "when",
                        String.valueOf(endedAt))));
    }

    private static InterceptionState first(Wish wish) {
        return wish.price().isPositive() ? InterceptionState.OFFERED : InterceptionState.ASKED;
    }

    private static Decision<Interception> begun(Interception it) {
        return Decision.accept(it, it.state == InterceptionState.OFFERED
                ? InterceptionEvent.Offered.of(it)
                : InterceptionEvent.Asked.of(it));
    }

    private static Decision<Interception> ended(Interception it) {
        return Decision.accept(it, InterceptionEvent.Ended.of(it));
    }

    private Interception in(InterceptionState next, @Nullable ActorRef by, @Nullable Instant at,
            @Nullable String why) {
        return new Interception(interceptionId, shop, parcelId, orderId, orders, buyer, waybill, attempt, wish,
                state.to(next), by, at, why);
    }
}
