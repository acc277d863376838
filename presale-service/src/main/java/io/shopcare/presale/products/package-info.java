/** Product cards with live stock, or its last known figure with its age. */
@NullMarked
package io.shopcare.presale.products;

import org.jspecify.annotations.NullMarked;
