/** {@code ./shopcare import}: brings a platform's sheet of orders in through the gateway. */
@NullMarked
package io.shopcare.standalone.imports;

import org.jspecify.annotations.NullMarked;
