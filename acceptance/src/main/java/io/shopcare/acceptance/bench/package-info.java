/** Measures a running stack: fixed users or fixed arrivals, warm, against the bare limits of the same machine in the same run. */
@NullMarked
package io.shopcare.acceptance.bench;

import org.jspecify.annotations.NullMarked;
