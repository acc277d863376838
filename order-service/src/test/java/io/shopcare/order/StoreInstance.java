package io.shopcare.order;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.data.mongo.MongoDataAutoConfiguration;
import org.springframework.boot.autoconfigure.mongo.MongoAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.StoreAutoConfiguration;
import io.shopcare.platform.telemetry.TelemetryAutoConfiguration;
import io.shopcare.platform.time.TimeAutoConfiguration;

/** The store as one instance of the service has it, with nothing else of the service: two of them can race. */
public final class StoreInstance implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public StoreInstance(String uri) {
        TestPropertyValues.of("spring.data.mongodb.uri=" + uri, "shopcare.platform.store.contention=20s")
                .applyTo(context);
        context.register(TimeAutoConfiguration.class, TelemetryAutoConfiguration.class, MongoAutoConfiguration.class,
                MongoDataAutoConfiguration.class, StoreAutoConfiguration.class);
        context.refresh();
    }

    public AggregateStores stores() {
        return context.getBean(AggregateStores.class);
    }

    public MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
