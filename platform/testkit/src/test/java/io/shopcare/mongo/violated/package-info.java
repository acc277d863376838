/** Stands for a class of mongo that violators of the house rules use. */
@NullMarked
package io.shopcare.mongo.violated;

import org.jspecify.annotations.NullMarked;
