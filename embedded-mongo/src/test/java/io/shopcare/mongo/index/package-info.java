/** Keys and their order. */
@NullMarked
package io.shopcare.mongo.index;

import org.jspecify.annotations.NullMarked;
