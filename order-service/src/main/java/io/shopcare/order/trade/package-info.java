/** Words that every feature of the order desk shares; they decide nothing. */
@NullMarked
package io.shopcare.order.trade;

import org.jspecify.annotations.NullMarked;
