package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.SellerNote;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;

/** The shop's people write on an order and flag it (O4): words of another than the auditor are looked at, a flag sorts. */
final class Noting {
    private static final String NOTED = "seller-remark-changed";

    private Noting() {}

    /** @param seen whether who writes is an auditor, whom nobody has to check */
    static Decision<Order> note(Order order, SellerNote note, boolean seen) {
        var before = order.sale().sellerNote();
        var words = before == null ? null : before.remark();
        var flag = before == null ? null : before.flag();
        boolean isSaidAnew = !Objects.equals(words, note.remark());
        if (!isSaidAnew && flag == note.flag())
            return Decision.unchanged(order);
        var noted = Decision.accept(order.with(order.sale().noted(note)), event(order, note));
        return !isSaidAnew || seen || order.isCancelled() || !order.mayStillShip()
                ? noted
                : lookedAt(noted, note.by(), note.at());
    }

    private static Decision<Order> lookedAt(Decision.Accepted<Order> noted, ActorRef by, Instant at) {
        var order = noted.aggregate();
        return switch (order.audit().state()) {
            case NOT_DUE, WAITING, REJECTED -> noted;
            case HELD -> Auditing.lookAgain(noted, by, NOTED, at);
            case APPROVED -> Holding.anew(noted, Hold.of(Ids.derived("hold", order.orderId(), NOTED, at.toString()),
                    NOTED, List.of(), Auditing.OWNER, Hold.due(at), null, by, at));
        };
    }

    private static OrderEvent event(Order order, SellerNote note) {
        var flag = note.flag();
        return new OrderEvent.SellerNoteChanged(order.shop(), order.orderId(), order.buyer(),
                flag == null ? null : flag.code(), note.remark() != null);
    }
}
