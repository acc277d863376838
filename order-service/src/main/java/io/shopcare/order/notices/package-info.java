/** What buyers are told about their orders, and when (O19). */
@NullMarked
package io.shopcare.order.notices;

import org.jspecify.annotations.NullMarked;
