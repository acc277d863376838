/** Breaks no rule of the house, close as it comes. */
@NullMarked
package io.shopcare.platform.testkit.architecture.wellbehaved;

import org.jspecify.annotations.NullMarked;
