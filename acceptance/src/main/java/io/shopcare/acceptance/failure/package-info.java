/** The failure suite: real load through the gateway, programs struck from outside, and what must hold afterwards. */
@NullMarked
package io.shopcare.acceptance.failure;

import org.jspecify.annotations.NullMarked;
