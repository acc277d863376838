package io.shopcare.order.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;

/** What is said of a product holds of its SKUs, whichever of them came first (O9a). */
@Configuration(proxyBeanMethods = false)
class SkusFollowProducts {

    /** The fields of {@code product.revised.v1} that its SKUs need. */
    record OfProduct(String shop, String product) {}

    /** The fields of {@code sku.revised.v1} by which its product is found. */
    record OfSku(String shop, String sku) {}

    @Bean
    Subscription variantsOfProducts(FollowProduct follow) {
        return Subscription.to("shopcare.order.products").as("variants").on("product.revised.v1", OfProduct.class,
                (meta, of) -> follow.all(of.shop(), of.product(), context(meta))).acting();
    }

    @Bean
    Subscription productsOfSkus(FollowProduct follow) {
        return Subscription.to("shopcare.order.skus").as("products").on("sku.revised.v1", OfSku.class,
                (meta, of) -> follow.one(of.shop(), of.sku(), context(meta))).acting();
    }

    private static CommandContext context(EventMeta meta) {
        return new CommandContext(meta.actor(), "follow-product", null, null, null);
    }
}
