package io.shopcare.order.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.EventType;

/** A product became known, or what buyers are shown of it changed. Its SKUs follow. */
@EventType("product.revised.v1")
record ProductRevised(String shop, String productId, String product, int revision, String title, String category,
        boolean onSale, List<String> markets, @Nullable String owner) {}
