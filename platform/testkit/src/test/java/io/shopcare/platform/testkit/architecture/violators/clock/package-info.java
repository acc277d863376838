/** Reads the time of the machine. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.clock;

import org.jspecify.annotations.NullMarked;
