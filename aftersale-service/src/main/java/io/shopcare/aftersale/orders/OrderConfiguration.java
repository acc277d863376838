package io.shopcare.aftersale.orders;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.calls.Calls;
import io.shopcare.platform.events.Subscription;

/** Wires what is known of orders. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = OrderServiceClient.class)
class OrderConfiguration {

    @Bean
    OrderNews orderNews(MongoDatabase database) {
        return new OrderNews(database);
    }

    @Bean
    Subscription orderFacts(OrderNews news) {
        return news.ofOrders();
    }

    @Bean
    Subscription parcelFacts(OrderNews news) {
        return news.ofParcels();
    }

    @Bean
    Subscription refundFacts(OrderNews news) {
        return news.ofRefunds();
    }

    @Bean
    Contacts contacts(Calls calls, OrderServiceClient client) {
        return orderId -> calls.ask(AskedOrHeard.SERVICE, () -> client.addressed(orderId).contact());
    }

    @Bean
    OrderCopies orderCopies(Calls calls, OrderServiceClient client, OrderNews news, Clock clock) {
        return new AskedOrHeard(calls, client, news::heard, clock);
    }
}
