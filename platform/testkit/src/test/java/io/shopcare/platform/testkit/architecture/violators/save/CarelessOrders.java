package io.shopcare.platform.testkit.architecture.violators.save;

import org.springframework.data.mongodb.core.MongoTemplate;

final class CarelessOrders {
    private final MongoTemplate mongo;

    CarelessOrders(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void put(Object order) {
        mongo.save(order);
    }
}
