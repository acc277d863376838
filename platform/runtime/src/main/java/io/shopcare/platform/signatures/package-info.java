/** Messages between programs that share a secret: who sent it, unchanged, just now. */
@NullMarked
package io.shopcare.platform.signatures;

import org.jspecify.annotations.NullMarked;
