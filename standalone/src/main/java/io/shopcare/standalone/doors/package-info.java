/** One JVM, three addresses: which of the partners a request came for. */
@NullMarked
package io.shopcare.standalone.doors;

import org.jspecify.annotations.NullMarked;
