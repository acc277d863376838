/** Updates: operators, replacements and pipelines, applied to a copy. */
@NullMarked
package io.shopcare.mongo.update;

import org.jspecify.annotations.NullMarked;
