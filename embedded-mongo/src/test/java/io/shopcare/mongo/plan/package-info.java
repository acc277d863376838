/** Which index serves a query, and that it changes no answer. */
@NullMarked
package io.shopcare.mongo.plan;

import org.jspecify.annotations.NullMarked;
