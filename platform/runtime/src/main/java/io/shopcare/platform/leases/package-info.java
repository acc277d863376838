/** Which instance does the work of which shard, so that instances share the sweeps of one database. */
@NullMarked
package io.shopcare.platform.leases;

import org.jspecify.annotations.NullMarked;
