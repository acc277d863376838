/** The figures that the README promises, measured by a command ({@code ./bench} in this module). */
@NullMarked
package io.shopcare.mongo.bench;

import org.jspecify.annotations.NullMarked;
