/** Platform sheets: read row by row, each bad row reported, each order placed once, resumable where it stopped. */
@NullMarked
package io.shopcare.order.imports;

import org.jspecify.annotations.NullMarked;
