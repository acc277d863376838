/** Orders whose stock is missing after they were paid: they wait, go on in part, or are paid back, as is chosen. */
@NullMarked
package io.shopcare.order.shortages;

import org.jspecify.annotations.NullMarked;
