/** Personal data in full, for a purpose that is written down. */
@NullMarked
package io.shopcare.order.disclosures;

import org.jspecify.annotations.NullMarked;
