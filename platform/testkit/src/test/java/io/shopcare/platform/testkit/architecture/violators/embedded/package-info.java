/** Uses the embedded database where production will run. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.embedded;

import org.jspecify.annotations.NullMarked;
