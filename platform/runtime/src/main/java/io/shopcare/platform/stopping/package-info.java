/** How a program leaves: it says so, serves on for a moment, and then stops in order. */
@NullMarked
package io.shopcare.platform.stopping;

import org.jspecify.annotations.NullMarked;
