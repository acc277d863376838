/** Amounts in whole minor units of a currency. */
@NullMarked
package io.shopcare.platform.money;

import org.jspecify.annotations.NullMarked;
