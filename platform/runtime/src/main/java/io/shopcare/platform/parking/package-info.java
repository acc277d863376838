/** Records whose handler fails by itself: set aside by key, so that the rest goes on, and run again in order. */
@NullMarked
package io.shopcare.platform.parking;

import org.jspecify.annotations.NullMarked;
