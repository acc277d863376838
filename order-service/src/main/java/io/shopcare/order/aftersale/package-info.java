/** What after-sales cases mean for an order: a hold before shipping, goods that came back. */
@NullMarked
package io.shopcare.order.aftersale;

import org.jspecify.annotations.NullMarked;
