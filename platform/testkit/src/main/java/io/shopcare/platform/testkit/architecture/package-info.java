/** The rules of the house that a machine can check. */
@NullMarked
package io.shopcare.platform.testkit.architecture;

import org.jspecify.annotations.NullMarked;
