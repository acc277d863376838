/** Aggregation expressions: parsed once, refused when unknown, evaluated per document. */
@NullMarked
package io.shopcare.mongo.expression;

import org.jspecify.annotations.NullMarked;
