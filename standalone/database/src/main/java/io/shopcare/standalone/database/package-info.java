/** The database of the local stack until {@code embedded-mongo} serves. */
@NullMarked
package io.shopcare.standalone.database;

import org.jspecify.annotations.NullMarked;
