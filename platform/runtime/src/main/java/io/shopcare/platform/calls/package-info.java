/** Questions to other services, with an honest answer when they are away. */
@NullMarked
package io.shopcare.platform.calls;

import org.jspecify.annotations.NullMarked;
