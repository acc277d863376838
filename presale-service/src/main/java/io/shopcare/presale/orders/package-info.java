/** What is known of orders: from their events, and from order-service when it answers. */
@NullMarked
package io.shopcare.presale.orders;

import org.jspecify.annotations.NullMarked;
