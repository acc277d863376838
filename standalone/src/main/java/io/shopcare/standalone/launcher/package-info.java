/** Starts, watches and stops the programs of the local stack. Uses the JDK only: its jar is its class path. */
@NullMarked
package io.shopcare.standalone.launcher;

import org.jspecify.annotations.NullMarked;
