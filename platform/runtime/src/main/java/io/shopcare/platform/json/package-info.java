/** How state is stored and how data travels. */
@NullMarked
package io.shopcare.platform.json;

import org.jspecify.annotations.NullMarked;
