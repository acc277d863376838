/** Saves a loaded document. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.save;

import org.jspecify.annotations.NullMarked;
