/** Changes of a paid order before it ships: a line becomes another article (O10). */
@NullMarked
package io.shopcare.order.changes;

import org.jspecify.annotations.NullMarked;
