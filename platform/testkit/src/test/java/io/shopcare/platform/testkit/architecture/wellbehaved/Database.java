package io.shopcare.platform.testkit.architecture.wellbehaved;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.data.mongodb.core.MongoTemplate;

final class Database {
    private final MongoTemplate mongo;
    private final Clock clock;

    Database(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    long measured() {
        return System.nanoTime();
    }

    void add(Object movement) {
        mongo.insert(movement);
    }
}
