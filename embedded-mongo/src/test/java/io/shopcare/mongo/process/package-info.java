/** The server as a process of its own, to be started, stopped and killed. */
@NullMarked
package io.shopcare.mongo.process;

import org.jspecify.annotations.NullMarked;
