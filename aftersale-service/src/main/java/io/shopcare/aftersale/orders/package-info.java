/** What is known of an order: asked of order-service, or put together from its events while it is away. */
@NullMarked
package io.shopcare.aftersale.orders;

import org.jspecify.annotations.NullMarked;
