/** Names without meaning. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.names;

import org.jspecify.annotations.NullMarked;
