/** Orders: placed, paid, held, shipped, received; the facets that say how far each one is. */
@NullMarked
package io.shopcare.order.orders;

import org.jspecify.annotations.NullMarked;
