/** BSON values as MongoDB sees them: kinds, order, numbers, paths, error codes. */
@NullMarked
package io.shopcare.mongo.values;

import org.jspecify.annotations.NullMarked;
