/** Figures of a customer, recomputed from facts: nothing is counted up. */
@NullMarked
package io.shopcare.crm.figures;

import org.jspecify.annotations.NullMarked;
