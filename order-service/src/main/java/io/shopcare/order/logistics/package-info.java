/** Carriers: their waybill numbers, their scans, and the one clean trace that is made of them. */
@NullMarked
package io.shopcare.order.logistics;

import org.jspecify.annotations.NullMarked;
