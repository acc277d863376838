/** Service notices to buyers: each told once, in their language; what could not be sent is tried again and visible. */
@NullMarked
package io.shopcare.platform.notices;

import org.jspecify.annotations.NullMarked;
