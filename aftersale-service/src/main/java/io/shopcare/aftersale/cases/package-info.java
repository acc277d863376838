/** The case: what went wrong with lines of an order, and how it is settled. */
@NullMarked
package io.shopcare.aftersale.cases;

import org.jspecify.annotations.NullMarked;
