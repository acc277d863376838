/** Trials of rule sets on past orders: what would a version have held? */
@NullMarked
package io.shopcare.order.trials;

import org.jspecify.annotations.NullMarked;
