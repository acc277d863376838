package io.shopcare.order.imports;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where imports are kept, and who reads them. What they bring is told by the orders, on the orders' topic. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {
    /** Sheets that one instance reads at the same time. */
    private static final int AT_ONCE = 2;

    @Bean
    AggregateType<OrderImport> importType() {
        return new AggregateType<>("import", OrderImport.class, "imports", "shopcare.order.orders", OrderImport::shop);
    }

    @Bean
    AggregateStore<OrderImport> imports(AggregateStores stores, AggregateType<OrderImport> importType) {
        return stores.of(importType);
    }

    @Bean
    AggregateType<LastTold> lastToldType() {
        return new AggregateType<>("last-told", LastTold.class, "platform_news", "shopcare.order.orders",
                LastTold::shop);
    }

    @Bean
    AggregateStore<LastTold> lastTold(AggregateStores stores, AggregateType<LastTold> lastToldType) {
        return stores.of(lastToldType);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService importReaders() {
        return Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("import-", 0).factory());
    }
}
