package io.shopcare.platform.sample;

import java.time.Instant;
import java.util.Map;

import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.EventType;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/** A box that takes things until it is full or closed. */
public record Box(String shop, String owner, int things, int room, boolean closed, Money worth, Instant opened) {
    public static final AggregateType<Box> TYPE = new AggregateType<>("box", Box.class, "boxes", "test.boxes",
            Box::shop);

    /** The box is there. */
    @EventType("box.opened.v1")
    public record Opened(String shop, int room) {}

    /** One more thing is in it. */
    @EventType("thing.put.v1")
    public record ThingPut(String shop, int number) {}

    /** Nothing more goes in. */
    @EventType("box.closed.v1")
    public record Closed(String shop) {}

    /** What is filed of a thing. */
    public record Thing(int number, String name) {}

    public static Decision<Box> open(String shop, String owner, int room, Instant at) {
        return Decision.accept(new Box(shop, owner, 0, room, false, Money.zero("CNY"), at), new Opened(shop, room));
    }

    public Decision<Box> put(String name) {
        if (closed)
            return Decision.reject(Rejection.notNow("box-closed"));
        if (things == room)
            return Decision.reject(Rejection.rule("box-full", Map.of("room", room)));
        int number = things + 1;
        return Decision
                .accept(new Box(shop, owner, number, room, closed, worth.plus(new Money(100, "CNY")), opened),
                        new ThingPut(shop, number))
                .filing(new Rider("things", Rider.number(number), new Thing(number, name)))
                .answering("number", number);
    }

    public Decision<Box> close() {
        return closed
                ? Decision.unchanged(this)
                : Decision.accept(new Box(shop, owner, things, room, true, worth, opened), new Closed(shop));
    }
}
