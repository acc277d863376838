/** What agents promised in conversations, carried to the order that it is about. */
@NullMarked
package io.shopcare.order.promises;

import org.jspecify.annotations.NullMarked;
