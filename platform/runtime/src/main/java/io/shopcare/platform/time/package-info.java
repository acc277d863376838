/** The clock that everything reads, and business time. */
@NullMarked
package io.shopcare.platform.time;

import org.jspecify.annotations.NullMarked;
