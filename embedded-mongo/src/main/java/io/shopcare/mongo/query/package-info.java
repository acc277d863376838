/** Filters, sorts and projections of find. */
@NullMarked
package io.shopcare.mongo.query;

import org.jspecify.annotations.NullMarked;
