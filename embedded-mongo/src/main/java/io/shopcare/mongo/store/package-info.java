/** The store on RocksDB: catalog, documents with their index entries, durability, recovery. */
@NullMarked
package io.shopcare.mongo.store;

import org.jspecify.annotations.NullMarked;
