/** Read models built anew from the topics, beside the live ones, to see that they are equal. */
@NullMarked
package io.shopcare.platform.rebuild;

import org.jspecify.annotations.NullMarked;
