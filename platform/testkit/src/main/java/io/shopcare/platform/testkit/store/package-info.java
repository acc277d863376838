/** Aggregates in memory, with the promises of the store. */
@NullMarked
package io.shopcare.platform.testkit.store;

import org.jspecify.annotations.NullMarked;
