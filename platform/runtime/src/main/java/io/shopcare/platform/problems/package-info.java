/** Problem details (RFC 9457) in the caller's language, from contracts/problems.yaml. */
@NullMarked
package io.shopcare.platform.problems;

import org.jspecify.annotations.NullMarked;
