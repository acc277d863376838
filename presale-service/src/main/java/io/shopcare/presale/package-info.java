/** Consultation before the sale. */
@NullMarked
package io.shopcare.presale;

import org.jspecify.annotations.NullMarked;
