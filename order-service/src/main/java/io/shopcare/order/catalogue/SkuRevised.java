package io.shopcare.order.catalogue;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** A SKU became known, or what buyers are shown of it changed. */
@EventType("sku.revised.v1")
public record SkuRevised(String shop, String skuId, String sku, ProductSnapshot product, Money price, int unitGrams,
        Selling selling, @Nullable String owner) {}
