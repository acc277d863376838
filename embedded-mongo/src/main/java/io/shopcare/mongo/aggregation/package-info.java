/** Aggregation pipelines over a source of documents. */
@NullMarked
package io.shopcare.mongo.aggregation;

import org.jspecify.annotations.NullMarked;
