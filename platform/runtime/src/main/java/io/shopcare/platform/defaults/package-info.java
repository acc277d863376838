/** Settings that every program shares. */
@NullMarked
package io.shopcare.platform.defaults;

import org.jspecify.annotations.NullMarked;
