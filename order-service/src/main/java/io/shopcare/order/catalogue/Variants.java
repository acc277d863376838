package io.shopcare.order.catalogue;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

/** Finds the SKUs of a product. */
interface Variants {
    /** Some of those that name it, by their code. */
    Page<Sku> of(Product product, @Nullable Cursor after, int limit);
}
