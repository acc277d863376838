/** Who asks for what, under which key, so that a repeat is answered and not done again. */
@NullMarked
package io.shopcare.platform.commands;

import org.jspecify.annotations.NullMarked;
