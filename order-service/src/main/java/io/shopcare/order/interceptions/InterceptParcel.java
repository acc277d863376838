package io.shopcare.order.interceptions;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.parcels.Parcel;
import io.shopcare.order.parcels.ParcelStage;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Stops a parcel that has left, or sends it elsewhere: possible or not, at a price that is the shop's or the buyer's. */
@Component
class InterceptParcel {
    private final AggregateStore<Interception> interceptions;
    private final AggregateStore<Order> orders;
    private final InterceptionSettings settings;
    private final Clock clock;

    InterceptParcel(AggregateStore<Interception> interceptions, AggregateStore<Order> orders,
            InterceptionSettings settings, Clock clock) {
        this.interceptions = interceptions;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param to        where else it is to go; null when it is to come back, which the shop bears
     * @param shopBears whether the shop bears the price of sending it elsewhere
     */
    Outcome<Interception> handle(Parcel parcel, @Nullable Address to, boolean shopBears, CommandContext context) {
        var waybill = parcel.waybill();
        var why = unfit(parcel);
        if (why.isPresent() || waybill == null)
            return new Outcome.Rejected<>(why.orElseGet(() -> Rejection.notNow("not-shipped")));
        var orderId = parcel.orderIds().getFirst();
        var currency = orders.find(orderId).orElseThrow().aggregate().sale().currency();
        var price = to == null || shopBears
                ? Money.zero(currency)
                : settings.redirectPrice(waybill.carrier(), currency);
        var now = clock.instant();
        var wish = new Interception.Wish(to == null ? Interception.STOP : Interception.REDIRECT, to, price,
                now.plus(settings.payWithin()), ActorRef.of(context.actor()), now);
        return interceptions.decideOrCreate(Interception.idOf(parcel.parcelId()), context,
                () -> Interception.of(parcel.parcelId(), orderId, parcel.orderIds(), parcel.buyer(), waybill, wish),
                there -> there.again(orderId, wish));
    }

    private Optional<Rejection> unfit(Parcel parcel) {
        var waybill = parcel.waybill();
        if (parcel.stage() == ParcelStage.DELIVERED)
            return Optional.of(Rejection.notNow("already-delivered"));
        if (parcel.stage() == ParcelStage.RETURNED)
            return Optional.of(Rejection.notNow("already-returned"));
        if (parcel.stage() != ParcelStage.SHIPPED || waybill == null)
            return Optional.of(Rejection.notNow("not-shipped"));
        return settings.impossible().contains(waybill.carrier())
                ? Optional.of(Rejection.rule("interception-impossible", Map.of("carrier", waybill.carrier())))
                : Optional.empty();
    }

    /** What the carrier answered. */
    Outcome<Interception> answered(String parcelId, InterceptionState end, String reason, CommandContext context) {
        return interceptions.decide(Interception.idOf(parcelId), context,
                it -> it.answered(end, reason, ActorRef.of(context.actor()), clock.instant()));
    }
}
