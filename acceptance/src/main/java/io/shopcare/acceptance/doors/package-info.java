/** Knocks at every door of a running stack: as everybody, and with everything that a caller could send. */
@NullMarked
package io.shopcare.acceptance.doors;

import org.jspecify.annotations.NullMarked;
