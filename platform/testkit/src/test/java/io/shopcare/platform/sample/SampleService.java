package io.shopcare.platform.sample;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.telemetry.TraceParent;

/** A service that keeps boxes and hears its own events. */
@SpringBootApplication
public class SampleService {
    /** What a consumer heard. */
    public record Heard(EventMeta meta, Box.ThingPut data, @Nullable String trace) {}

    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

    @Bean
    AggregateType<Box> boxType() {
        return Box.TYPE;
    }

    @Bean
    AggregateStore<Box> boxes(AggregateStores stores) {
        return stores.of(Box.TYPE);
    }

    @Bean
    AggregateType<Alarm> alarmType() {
        return Alarm.TYPE;
    }

    @Bean
    AggregateStore<Alarm> alarms(AggregateStores stores) {
        return stores.of(Alarm.TYPE);
    }

    @Bean
    DeadlineHandler calls(AggregateStore<Alarm> alarms) {
        return DeadlineHandler.of(Alarm.TYPE, "call",
                (id, now) -> alarms.decide(id, CommandContext.bySystem("call"), Alarm::answered).orThrow());
    }

    @Bean
    Queue<Heard> heard() {
        return heard;
    }

    @Bean
    Trouble trouble() {
        return new Trouble();
    }

    /** What is known of a box by its events. */
    public record Counted(String shop, int things) {}

    @Bean
    Subscription counts(MongoDatabase database, Trouble trouble) {
        return counting(database, trouble).keeping(
                ReadModel.in("counted", shadow -> counting(shadow, new Trouble())));
    }

    private static Subscription counting(MongoDatabase database, Trouble trouble) {
        var counted = Facts.in(database, "counted", Counted.class, new Counted("?", 0));
        return Subscription.to(Box.TYPE.topic()).as("counts").on("thing.put.v1", Box.ThingPut.class, (meta, data) -> {
            trouble.meet(meta.subject(), -data.number());
            counted.apply(meta, before -> new Counted(data.shop(), before.things() + 1));
        });
    }

    @Bean
    Subscription things(TraceParent trace, Trouble trouble) {
        return Subscription.to(Box.TYPE.topic()).as("things").on("thing.put.v1", Box.ThingPut.class, (meta, data) -> {
            trouble.meet(meta.subject(), data.number());
            heard.add(new Heard(meta, data, trace.traceId()));
        }).acting();
    }
}
