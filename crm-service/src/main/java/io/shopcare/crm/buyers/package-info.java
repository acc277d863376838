/** Who asks and orders, as other services name them. */
@NullMarked
package io.shopcare.crm.buyers;

import org.jspecify.annotations.NullMarked;
