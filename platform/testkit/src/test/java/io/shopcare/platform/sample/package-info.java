/** A service without a trade, to prove the platform's promises on. */
@NullMarked
package io.shopcare.platform.sample;

import org.jspecify.annotations.NullMarked;
