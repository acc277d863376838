/** From a filter and a sort to the index that serves them, its execution and its explanation. */
@NullMarked
package io.shopcare.mongo.plan;

import org.jspecify.annotations.NullMarked;
