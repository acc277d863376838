/** What a client may ask: one small class for each command. */
@NullMarked
package io.shopcare.mongo.command;

import org.jspecify.annotations.NullMarked;
