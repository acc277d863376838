/** Clients of the broker with the settings that the promises need. */
@NullMarked
package io.shopcare.platform.broker;

import org.jspecify.annotations.NullMarked;
