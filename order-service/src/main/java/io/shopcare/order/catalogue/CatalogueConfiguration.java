package io.shopcare.order.catalogue;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where products and SKUs are kept. */
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
    AggregateType<Product> productType() {
        return new AggregateType<>("product", Product.class, "products", "shopcare.order.products", Product::shop);
    }

    @Bean
    AggregateStore<Product> products(AggregateStores stores, AggregateType<Product> productType) {
        return stores.of(productType);
    }

    @Bean
    ProductList productList(MongoDatabase database) {
        return new ProductList(database);
    }

    @Bean
    SkuList skuList(MongoDatabase database) {
        return new SkuList(database);
    }
}
