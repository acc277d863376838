/** The other half. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.cycle.b;

import org.jspecify.annotations.NullMarked;
