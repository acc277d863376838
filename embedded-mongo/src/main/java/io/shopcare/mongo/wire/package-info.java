/** The wire protocol: messages, BSON, connections. */
@NullMarked
package io.shopcare.mongo.wire;

import org.jspecify.annotations.NullMarked;
