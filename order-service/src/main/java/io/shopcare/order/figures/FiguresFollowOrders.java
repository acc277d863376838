package io.shopcare.order.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

/** Keeps the facts of the figures, one for each order; what comes again changes nothing. */
@Component
class FiguresFollowOrders {
    static final String COLLECTION = "order_facts";
    private static final Set<String> PLAIN = Set.of("order.placed.v1", "order.paid.v1", "order.rejected.v1",
            "order.cancelled.v1", "order.received.v1", "order.completed.v1");

    private final MongoDatabase database;
    private final Facts<OrderFact> facts;
    private final OrderMeter meter;

    FiguresFollowOrders(MongoDatabase database, MeterRegistry registry) {
        this.database = database;
        this.meter = new OrderMeter(registry);
        this.facts = factsIn(database);
    }

    private static Facts<OrderFact> factsIn(MongoDatabase database) {
        return Facts.in(database, COLLECTION, OrderFact.class, OrderFact.UNKNOWN).indexed("shop", "days");
    }

    /** The field that all have. */
    record Told(String shop) {}

    /** Fields of {@code order.approved.v1}. */
    record Approved(String shop, boolean straightThrough) {}

    /** Fields of {@code order.shipped.v1} and {@code order.delivered.v1}; parcels that are not the last change no state. */
    record InParts(String shop, boolean complete) {}

    /** Fields of {@code order.rest-refunded.v1}. */
    record RestRefunded(String shop, String state) {}

    /** Fields of {@code order.parcel-stopped.v1} and {@code order.parcel-returned.v1}: what is left may all have arrived. */
    record WentBack(String shop, String state) {}

    /** Fields of {@code order.held.v1}. */
    record Held(String shop, String during, List<Hold> holds) {}

    /** One of its holds. */
    record Hold(String code) {}

    @Bean
    static Subscription figuresOfOrders(FiguresFollowOrders figures) {
        return keptIn(figures.facts, figures.meter).keeping(ReadModel.in(COLLECTION,
                shadow -> keptIn(factsIn(shadow), OrderMeter.silent())));
    }

    static Subscription keptIn(Facts<OrderFact> facts, OrderMeter meter) {
        var all = Subscription.to("shopcare.order.orders").as("figures")
                .on("order.approved.v1", Approved.class, (meta, told) -> facts.apply(meta,
                        known -> meter.count(known, known.came(told.shop(), "approved", meta.time(),
                                told.straightThrough()))))
                .on("order.held.v1", Held.class, (meta, told) -> held(facts, meter, meta, told))
                .on("order.shipped.v1", InParts.class, (meta, told) -> inParts(facts, meter, meta, told))
                .on("order.delivered.v1", InParts.class, (meta, told) -> inParts(facts, meter, meta, told))
                .on("order.rest-refunded.v1", RestRefunded.class, (meta, told) -> facts.apply(meta,
                        known -> meter.count(known, restRefunded(known, told, meta.time()))));
        for (var type : List.of("order.parcel-stopped.v1", "order.parcel-returned.v1"))
            all = all.on(type, WentBack.class, (meta, told) -> wentBack(facts, meter, meta, told));
        for (var type : PLAIN)
            all = all.on(type, Told.class, (meta, told) -> facts.apply(meta,
                    known -> meter.count(known, known.came(told.shop(), state(meta.type()), meta.time(), false))));
        return all;
    }

    private static void held(Facts<OrderFact> facts, OrderMeter meter, EventMeta meta, Held told) {
        var codes = told.holds().stream().map(Hold::code).toList();
        facts.apply(meta, known -> told.during().equals("audit")
                ? meter.count(known, known.held(told.shop(), codes, meta.time()))
                : known.heldBeside(told.shop(), codes, meta.time()));
    }

    private static void inParts(Facts<OrderFact> facts, OrderMeter meter, EventMeta meta, InParts told) {
        if (told.complete())
            facts.apply(meta,
                    known -> meter.count(known, known.came(told.shop(), state(meta.type()), meta.time(), false)));
    }

    private static void wentBack(Facts<OrderFact> facts, OrderMeter meter, EventMeta meta, WentBack told) {
        if (told.state().equals("delivered"))
            facts.apply(meta,
                    known -> meter.count(known, known.came(told.shop(), "delivered", meta.time(), false)));
    }

    /** What had arrived before the rest was refunded has shipped in the same moment. */
    private static OrderFact restRefunded(OrderFact known, RestRefunded told, Instant at) {
        var shipped = known.came(told.shop(), "shipped", at, false);
        return told.state().equals("delivered") ? shipped.came(told.shop(), "delivered", at, false) : shipped;
    }

    /** {@code order.paid.v1}: paid. */
    private static String state(String type) {
        return type.substring("order.".length(), type.lastIndexOf('.'));
    }

    /** The figures of orders to which something happened in the window. */
    OrderFigures of(String shop, Instant from, Instant until) {
        return OrderFigures.of(shop, from, until, query(shop, from, until)
                .map(found -> Json.STORED.convertValue(found.get("fact"), OrderFact.class)).into(new ArrayList<>()));
    }

    FindIterable<Document> query(String shop, Instant from, Instant until) {
        var days = Stream.iterate(from, day -> day.isBefore(until.plus(Duration.ofDays(1))),
                day -> day.plus(Duration.ofDays(1))).map(OrderFact::day).toList();
        return database.getCollection(COLLECTION).find(and(eq("fact.shop", shop), in("fact.days", days)));
    }
}
