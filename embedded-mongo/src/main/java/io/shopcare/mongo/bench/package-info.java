/** The figures that the README promises, measured by a command. */
@NullMarked
package io.shopcare.mongo.bench;

import org.jspecify.annotations.NullMarked;
