/** Lower prices for orders that are not paid yet: who may take off how much. */
@NullMarked
package io.shopcare.order.adjustments;

import org.jspecify.annotations.NullMarked;
