/** Tests of pipelines. */
@NullMarked
package io.shopcare.mongo.aggregation;

import org.jspecify.annotations.NullMarked;
