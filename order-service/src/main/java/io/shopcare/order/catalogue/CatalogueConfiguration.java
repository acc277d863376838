package io.shopcare.order.catalogue;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where SKUs are kept. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    AggregateType<Sku> skuType() {
        return new AggregateType<>("sku", Sku.class, "skus", "shopcare.order.skus", Sku::shop);
    }

    @Bean
    AggregateStore<Sku> skus(AggregateStores stores, AggregateType<Sku> skuType) {
        return stores.of(skuType);
    }

    @Bean
    SkuList skuList(MongoDatabase database) {
        return new SkuList(database);
    }
}
