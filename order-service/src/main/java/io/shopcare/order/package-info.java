/** Order desk: catalogue, orders, audit, stock, fulfilment, logistics, money. */
@NullMarked
package io.shopcare.order;

import org.jspecify.annotations.NullMarked;
