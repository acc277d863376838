/** Aggregates: one document, one conditional write, and what rides along in it. */
@NullMarked
package io.shopcare.platform.store;

import org.jspecify.annotations.NullMarked;
