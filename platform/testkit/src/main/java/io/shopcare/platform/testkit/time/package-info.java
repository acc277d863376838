/** Time that stands still until a test moves it. */
@NullMarked
package io.shopcare.platform.testkit.time;

import org.jspecify.annotations.NullMarked;
