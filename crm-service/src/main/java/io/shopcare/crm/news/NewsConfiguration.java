package io.shopcare.crm.news;

import java.time.Clock;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.crm.customers.AssessCustomer;
import io.shopcare.crm.customers.Customer;
import io.shopcare.crm.customers.RegisterCustomer;
import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.crm.scoring.CurrentCutPoints;
import io.shopcare.crm.trail.KeepTrail;
import io.shopcare.crm.trail.Kind;
import io.shopcare.crm.trail.TrailCatalogue;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.Claims;

/** One consumer for each topic; what it listens to is what the trail's catalogue names. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

    @Bean
    CustomerNews customerNews(RegisterCustomer register, KeepTrail trail, FactBook facts, AssessCustomer assess) {
        return new CustomerNews(register, trail, facts, assess);
    }

    @Bean
    NewsElsewhere newsElsewhere(AggregateStores stores, TrailCatalogue catalogue, CrmRules rules,
            CurrentCutPoints cutPoints, Clock clock) {
        return database -> {
            var customers = stores.apart(database).of(Customer.TYPE);
            var facts = FactBook.in(database);
            return new CustomerNews(
                    RegisterCustomer.in(customers, Claims.in(database), rules.lifecycle(), clock),
                    KeepTrail.in(catalogue, database), facts,
                    new AssessCustomer(customers, facts, rules.rfm(), cutPoints, rules.lifecycle(), clock));
        };
    }

    /** The same news, taken in by another database; nothing of it is published. */
    @FunctionalInterface
    interface NewsElsewhere {
        CustomerNews in(MongoDatabase database);
    }

    @Bean
    Subscription conversations(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.CONVERSATION, news, elsewhere);
    }

    @Bean
    Subscription orders(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.ORDER, news, elsewhere);
    }

    @Bean
    Subscription parcels(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.PARCEL, news, elsewhere);
    }

    @Bean
    Subscription interceptions(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.INTERCEPTION, news, elsewhere);
    }

    @Bean
    Subscription shortages(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.SHORTAGE, news, elsewhere);
    }

    @Bean
    Subscription refunds(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.REFUND, news, elsewhere);
    }

    @Bean
    Subscription cases(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.CASE, news, elsewhere);
    }

    @Bean
    Subscription ownEvents(TrailCatalogue catalogue, CustomerNews news, NewsElsewhere elsewhere) {
        return kept(catalogue, Kind.CUSTOMER, news, elsewhere);
    }

    /** The profile's figures are kept too; its score and its stage depend on the day. */
    private static Subscription kept(TrailCatalogue catalogue, Kind kind, CustomerNews news, NewsElsewhere elsewhere) {
        var model = ReadModel.in("trail", shadow -> subscription(catalogue, kind, elsewhere.in(shadow)))
                .and("facts_orders").and("facts_refunds").and("facts_cases").and("facts_conversations")
                .and("customers", "state.buyers", "state.attributes", "state.figures");
        var keeping = subscription(catalogue, kind, news).keeping(model);
        return kind == Kind.CUSTOMER ? keeping : keeping.acting(); // others make profiles, and profiles publish
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
