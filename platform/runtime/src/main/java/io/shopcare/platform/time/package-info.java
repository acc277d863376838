/** The clock that everything reads. */
@NullMarked
package io.shopcare.platform.time;

import org.jspecify.annotations.NullMarked;
