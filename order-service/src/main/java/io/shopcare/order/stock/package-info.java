/** Stock per SKU and warehouse, reservations of whole orders, and the ledger of every movement. */
@NullMarked
package io.shopcare.order.stock;

import org.jspecify.annotations.NullMarked;
