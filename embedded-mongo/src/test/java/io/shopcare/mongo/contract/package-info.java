/** What a MongoDB does, told to a driver: one suite for this server and, where it can be had, the real one. */
@NullMarked
package io.shopcare.mongo.contract;

import org.jspecify.annotations.NullMarked;
