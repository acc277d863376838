/** Receipt (确认收货): the buyer confirms, and the sale is over. */
@NullMarked
package io.shopcare.order.receipt;

import org.jspecify.annotations.NullMarked;
