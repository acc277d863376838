/** The way back of the goods: sent, received, graded, disposed of. */
@NullMarked
package io.shopcare.aftersale.returns;

import org.jspecify.annotations.NullMarked;
