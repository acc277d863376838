/** Refunds: reserved before they are paid, paid once whatever is repeated, in doubt until the provider has said. */
@NullMarked
package io.shopcare.order.refunds;

import org.jspecify.annotations.NullMarked;
