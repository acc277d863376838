/** Uses a class of another service. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.foreign;

import org.jspecify.annotations.NullMarked;
