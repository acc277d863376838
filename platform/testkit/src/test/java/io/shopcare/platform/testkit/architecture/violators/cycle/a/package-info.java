/** One half of a cycle. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.cycle.a;

import org.jspecify.annotations.NullMarked;
