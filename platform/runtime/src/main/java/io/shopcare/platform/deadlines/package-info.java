/** Fires what is due: once, in whichever instance, however often one is killed. */
@NullMarked
package io.shopcare.platform.deadlines;

import org.jspecify.annotations.NullMarked;
