/** Parcels that have left and are to be stopped or sent elsewhere (拦截 改址): asked, paid for, done or refused (O10). */
@NullMarked
package io.shopcare.order.interceptions;

import org.jspecify.annotations.NullMarked;
