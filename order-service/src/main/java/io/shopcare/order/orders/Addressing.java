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
    private Addressing() {}

    /** @param seen whether who changes it is an auditor: others' changes of an approved order need a look (O8a) */
    static Decision<Order> change(Order order, Address address, ActorRef by, boolean seen, Instant at) {
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (!order.mayStillShip())
            return Decision.reject(Rejection.notNow("already-shipped"));
        if (!order.fulfilment().permits().isEmpty())
            return Decision.reject(Rejection.notNow("in-fulfilment"));
        if (order.sale().address().equals(address))
            return lookAgain(Asking.addressGiven(Decision.unchanged(order), by, at), by, "address-changed", at);
        var moved = Decision.accept(order.with(order.sale().to(address)), new OrderEvent.AddressChanged(order.shop(),
                order.orderId(), order.buyer(), address.destination()));
        var told = Asking.addressGiven(moved, by, at);
        return switch (order.audit().state()) {
            case NOT_DUE, WAITING, REJECTED -> told;
            case HELD -> lookAgain(told, by, "address-changed", at);
            case APPROVED -> seen ? told : Holding.also(told, theLook(told.aggregate(), by, at));
        };
    }

    /** The audit looks at a held order once more, by itself; what it finds now counts, and what it found is history. */
    static Decision<Order> lookAgain(Decision.Accepted<Order> soFar, ActorRef by, String reason, Instant at) {
        var order = soFar.aggregate();
        if (order.audit().state() != AuditState.HELD || soFar.events().isEmpty())
            return soFar;
        var released = Holding.releasing(order, hold -> hold.by().equals(Auditing.RULES), by, reason, at);
        var events = new java.util.ArrayList<>(soFar.events());
        events.addAll(released.events());
        var next = released.aggregate();
        return new Decision.Accepted<>(next.with(next.audit().again(at)), events, soFar.riders(), soFar.answers());
    }

    private static Hold theLook(Order order, ActorRef by, Instant at) {
        return Hold.of(Ids.derived("hold", order.orderId(), "address-changed", at.toString()), "address-changed",
                List.of(), Auditing.OWNER, Hold.due(at), null, by, at);
    }
}
