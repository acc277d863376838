package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Address;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Changes where an order goes: freely until a waybill may be printed, then only by intercepting the parcel (O10). */
final class Addressing {
    private static final String CHANGED = "address-changed";

    private Addressing() {}

    /** @param seen whether who changes it is an auditor: others' changes of an approved order need a look (O8a) */
    static Decision<Order> change(Order order, Address address, ActorRef by, boolean seen, Instant at) {
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (!order.mayStillShip())
            return Decision.reject(Rejection.notNow("already-shipped"));
        if (!order.fulfilment().openPermits().isEmpty()) // what has left is for an interception; the rest may go elsewhere
            return Decision.reject(Rejection.notNow("in-fulfilment"));
        if (order.sale().address().equals(address))
            return Auditing.lookAgain(Asking.addressGiven(Decision.unchanged(order), by, at), by, CHANGED, at);
        var moved = Decision.accept(order.with(order.sale().to(address)), new OrderEvent.AddressChanged(order.shop(),
                order.orderId(), order.buyer(), address.destination()));
        var told = Asking.addressGiven(moved, by, at);
        return switch (order.audit().state()) {
            case NOT_DUE, WAITING, REJECTED -> told;
            case HELD -> Auditing.lookAgain(told, by, CHANGED, at);
            case APPROVED -> seen ? told : Holding.anew(told, theLook(told.aggregate(), by, at));
        };
    }

    private static Hold theLook(Order order, ActorRef by, Instant at) {
        return Hold.of(Ids.derived("hold", order.orderId(), CHANGED, at.toString()), CHANGED,
                List.of(), Auditing.OWNER, Hold.due(at), null, by, at);
    }
}
