package io.shopcare.crm.news;

import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.crm.customers.AssessCustomer;
import io.shopcare.crm.customers.RegisterCustomer;
import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.trail.KeepTrail;
import io.shopcare.crm.trail.Kind;
import io.shopcare.crm.trail.TrailCatalogue;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;

/** One consumer for each topic; what it listens to is what the trail's catalogue names. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

    @Bean
    CustomerNews customerNews(RegisterCustomer register, KeepTrail trail, FactBook facts, AssessCustomer assess) {
        return new CustomerNews(register, trail, facts, assess);
    }

    @Bean
    Subscription conversations(TrailCatalogue catalogue, CustomerNews news) {
        return subscription(catalogue, Kind.CONVERSATION, news);
    }

    @Bean
    Subscription orders(TrailCatalogue catalogue, CustomerNews news) {
        return subscription(catalogue, Kind.ORDER, news);
    }

    @Bean
    Subscription parcels(TrailCatalogue catalogue, CustomerNews news) {
        return subscription(catalogue, Kind.PARCEL, news);
    }

    @Bean
    Subscription refunds(TrailCatalogue catalogue, CustomerNews news) {
        return subscription(catalogue, Kind.REFUND, news);
    }

    @Bean
    Subscription cases(TrailCatalogue catalogue, CustomerNews news) {
        return subscription(catalogue, Kind.CASE, news);
    }

    @Bean
    Subscription ownEvents(TrailCatalogue catalogue, CustomerNews news) {
        return subscription(catalogue, Kind.CUSTOMER, news);
    }

    static Subscription subscription(TrailCatalogue catalogue, Kind kind, CustomerNews news) {
        BiConsumer<EventMeta, JsonNode> hear = kind == Kind.CUSTOMER
                ? news::hearOwn
                : (event, data) -> news.hear(kind, event, data);
        var subscription = Subscription.to(catalogue.topic(kind)).as(kind.code() + "-trail");
        for (var type : catalogue.types(kind))
            subscription = subscription.on(type, JsonNode.class, hear);
        return subscription;
    }
}
