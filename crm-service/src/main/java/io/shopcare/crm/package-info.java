/** Customers and retention. */
@NullMarked
package io.shopcare.crm;

import org.jspecify.annotations.NullMarked;
