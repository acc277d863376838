/** Money coming in through a provider, whatever it says, however often, in whatever order. */
@NullMarked
package io.shopcare.order.payments;

import org.jspecify.annotations.NullMarked;
