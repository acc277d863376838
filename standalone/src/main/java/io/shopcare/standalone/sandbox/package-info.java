/** The payment provider of the local stack: takes pretended money, misbehaves on request, and never forgets. */
@NullMarked
package io.shopcare.standalone.sandbox;

import org.jspecify.annotations.NullMarked;
