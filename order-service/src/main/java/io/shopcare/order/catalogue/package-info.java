/** What the shop sells: SKUs, their prices and the facts that a buyer was shown. */
@NullMarked
package io.shopcare.order.catalogue;

import org.jspecify.annotations.NullMarked;
