package io.shopcare.order.adjustments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.catalogue.Catalogue;

/** Where floor prices come from. */
@Configuration(proxyBeanMethods = false)
class AdjustmentsConfiguration {

    @Bean
    FloorPrices floorPrices(Catalogue catalogue) {
        return (shop, sku, country) -> catalogue.find(shop, sku).flatMap(found -> found.floorIn(country));
    }
}
