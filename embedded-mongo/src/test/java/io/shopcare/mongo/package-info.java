/** The server as its clients see it. */
@NullMarked
package io.shopcare.mongo;

import org.jspecify.annotations.NullMarked;
