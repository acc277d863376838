/** Offers and coupons, the one price calculation, and who has used what. */
@NullMarked
package io.shopcare.order.offers;

import org.jspecify.annotations.NullMarked;
