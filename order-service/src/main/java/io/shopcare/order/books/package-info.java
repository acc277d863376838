/** Whether the books agree: payments, orders and refunds with each other, and with what the provider is told of. */
@NullMarked
package io.shopcare.order.books;

import org.jspecify.annotations.NullMarked;
