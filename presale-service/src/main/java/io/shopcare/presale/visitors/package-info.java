/** Tokens for buyers who are not known yet. */
@NullMarked
package io.shopcare.presale.visitors;

import org.jspecify.annotations.NullMarked;
