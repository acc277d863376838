/** Who a caller is, and in which shops. */
@NullMarked
package io.shopcare.platform.security;

import org.jspecify.annotations.NullMarked;
