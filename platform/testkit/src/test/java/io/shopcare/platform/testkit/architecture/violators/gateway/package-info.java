/** A gateway with a servlet in it. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.gateway;

import org.jspecify.annotations.NullMarked;
