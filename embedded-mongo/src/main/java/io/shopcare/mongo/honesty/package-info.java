/** What is not supported is refused by name, with MongoDB's error code, before a command runs. */
@NullMarked
package io.shopcare.mongo.honesty;

import org.jspecify.annotations.NullMarked;
