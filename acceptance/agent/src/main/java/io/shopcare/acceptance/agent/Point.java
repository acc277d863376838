package io.shopcare.acceptance.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import static io.shopcare.acceptance.agent.Point.Moment.ENTRY;
import static io.shopcare.acceptance.agent.Point.Moment.RETURN;

/**
 * Moments of a program's work at which it may be struck. Each is the entry or the return of methods in the code; a test
 * holds that they are still there, so that a rename cannot silence a point.
 */
public enum Point {
    /** Decided, and not written. */
    BEFORE_THE_WRITE(ENTRY, "io.shopcare.platform.store.MongoAggregateStore", "insert", "replace"),
    /** Written, and nobody told. */
    AFTER_THE_WRITE(RETURN, "io.shopcare.platform.store.MongoAggregateStore", "insert", "replace"),
    /** Filed in timeline and ledger, and not sent to the broker. */
    BEFORE_THE_BROKER(RETURN, "io.shopcare.platform.events.Outbox", "file"),
    /** The broker has it, the outbox still does. */
    AFTER_THE_ACKNOWLEDGEMENT(ENTRY, "io.shopcare.platform.events.Outbox", "pull"),
    /** Taken out of the outbox. */
    AFTER_THE_PULL(RETURN, "io.shopcare.platform.events.Outbox", "pull"),
    /** An event came, and is not handled. */
    BEFORE_THE_HANDLER(ENTRY, "io.shopcare.platform.events.Dispatcher", "onMessage"),
    /** An event is handled, and the broker does not know it yet. */
    AFTER_THE_HANDLER(RETURN, "io.shopcare.platform.events.Dispatcher", "onMessage"),
    /** A consumer knows the fact, and nothing has followed from it. */
    AFTER_THE_FACT(RETURN, "io.shopcare.platform.events.Facts", "apply"),
    /** A name is claimed for a document that is not there yet. */
    AFTER_THE_CLAIM(RETURN, "io.shopcare.platform.store.Claims", "claim"),
    /** The mail server has the mail, the notice does not know. */
    AFTER_THE_MAIL(ENTRY, "io.shopcare.platform.notices.Notices", "sent"),
    /** All stocks of an order are claimed, and its reservation has not decided. */
    WITHIN_A_RESERVATION(RETURN, "io.shopcare.order.stock.ReserveStock", "claimAll"),
    /** A reservation has decided, and its stocks are about to follow. */
    WITHIN_A_SETTLEMENT(ENTRY, "io.shopcare.order.stock.SettleReservation", "each"),
    /** The order holds the balance, and there is no refund yet. */
    AFTER_THE_REFUND_IS_RESERVED(RETURN, "io.shopcare.order.refunds.ReserveRefund", "handle"),
    /** The provider has paid the refund, and we do not know. */
    WITHIN_A_REFUND(RETURN, "io.shopcare.order.refunds.SandboxRefunds", "pay"),
    /** The money of a call-back is booked, and the provider has no answer. */
    AFTER_THE_PAYMENT(RETURN, "io.shopcare.order.payments.ReceivePayment", "handle"),
    /** Some orders of a batch are placed, and the import has not counted them. */
    WITHIN_AN_IMPORT(RETURN, "io.shopcare.order.imports.PlaceImportedOrder", "handle");

    enum Moment {
        ENTRY, RETURN
    }

    private final Moment moment;
    private final String className;
    private final List<String> methods;

    Point(Moment moment, String className, String... methods) {
        this.moment = moment;
        this.className = className;
        this.methods = List.of(methods);
    }

    /** As it is written in tables and on the control port. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The point that is written so. */
    public static Point of(String code) {
        return Arrays.stream(values()).filter(point -> point.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no point " + code));
    }

    /** The class whose methods are watched. */
    public String className() {
        return className;
    }

    /** Names of the methods that are watched, with all their overloads. */
    public List<String> methods() {
        return methods;
    }

    boolean isEntry() {
        return moment == ENTRY;
    }
}
