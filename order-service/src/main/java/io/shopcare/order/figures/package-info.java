/** Figures of the order desk (O18), recomputed from facts. */
@NullMarked
package io.shopcare.order.figures;

import org.jspecify.annotations.NullMarked;
