/** What crm-service's blacklist says of an order's buyer, phone and address. */
@NullMarked
package io.shopcare.order.blacklist;

import org.jspecify.annotations.NullMarked;
