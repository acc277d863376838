package io.shopcare.crm.trail;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the trail. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    @Bean
    TrailCatalogue trailCatalogue() {
        return TrailCatalogue.shipped();
    }

    @Bean
    Trail trail(MongoDatabase database) {
        return new MongoTrail(database);
    }

    @Bean
    KeepTrail keepTrail(TrailCatalogue catalogue, Trail trail) {
        return new KeepTrail(catalogue, trail);
    }
}
