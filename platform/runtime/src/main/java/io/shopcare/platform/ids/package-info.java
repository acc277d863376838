/** Identifiers: time-ordered ones, and ones derived from what they stand for. */
@NullMarked
package io.shopcare.platform.ids;

import org.jspecify.annotations.NullMarked;
