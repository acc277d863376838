/** Indexes: their definitions, the keys a document has in them, and keys as ordered bytes. */
@NullMarked
package io.shopcare.mongo.index;

import org.jspecify.annotations.NullMarked;
