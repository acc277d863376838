/** A MongoDB-compatible server on RocksDB, for laptops and tests. */
@NullMarked
package io.shopcare.mongo;

import org.jspecify.annotations.NullMarked;
