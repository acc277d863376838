/** Parcels: what travels together, from the first waybill to the buyer's door; each stage with its role. */
@NullMarked
package io.shopcare.order.parcels;

import org.jspecify.annotations.NullMarked;
