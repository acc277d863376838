package io.shopcare.order.interceptions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where interceptions are kept, and what they listen to. */
@Configuration(proxyBeanMethods = false)
class InterceptionsConfiguration {
    static final String TOPIC = "shopcare.order.interceptions";
    private static final String GROUP = "interceptions";

    @Bean
    AggregateType<Interception> interceptionType() {
        return new AggregateType<>("interception", Interception.class, "interceptions", TOPIC, Interception::shop);
    }

    @Bean
    AggregateStore<Interception> interceptions(AggregateStores stores, AggregateType<Interception> interceptionType) {
        return stores.of(interceptionType);
    }

    @Bean
    Subscription interceptionsHearThemselves(InterceptionsFollow follow) {
        return Subscription.to(TOPIC).as(GROUP)
                .on("interception.offered.v1", InterceptionsFollow.Offered.class, follow::offered)
                .on("interception.ended.v1", InterceptionsFollow.Ended.class, follow::ended).acting();
    }

    @Bean
    Subscription interceptionsHearOrders(InterceptionsFollow follow) {
        return Subscription.to("shopcare.order.orders").as(GROUP)
                .on("payment-request.paid.v1", InterceptionsFollow.OfRequest.class, follow::paid)
                .on("payment-request.closed.v1", InterceptionsFollow.OfRequest.class, follow::notPaid).acting();
    }

    @Bean
    Subscription interceptionsHearParcels(InterceptionsFollow follow) {
        return Subscription.to("shopcare.order.parcels").as(GROUP)
                .on("tracking.updated.v1", InterceptionsFollow.Scanned.class, follow::scanned)
                .on("parcel.returned.v1", InterceptionsFollow.Returned.class, follow::returned).acting();
    }
}
