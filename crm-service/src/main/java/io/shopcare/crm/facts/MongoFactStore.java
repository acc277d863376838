package io.shopcare.crm.facts;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.mongodb.client.MongoDatabase;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;

/** {@link FactStore} in a collection, with an index by buyer. */
record MongoFactStore<F extends Fact>(Facts<F> facts) implements FactStore<F> {

    static <F extends Fact> MongoFactStore<F> in(MongoDatabase database, String collection, Class<F> type, F unknown) {
        return new MongoFactStore<>(Facts.in(database, collection, type, unknown).indexed("buyer"));
    }

    @Override
    public Facts.Step apply(EventMeta event, UnaryOperator<F> change) {
        return facts.apply(event, change);
    }

    @Override
    public List<F> ofBuyer(String buyer) {
        return facts.where(Map.of("buyer", buyer));
    }
}
