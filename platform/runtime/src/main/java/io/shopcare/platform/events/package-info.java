/** Events from the outbox to the broker, and from the broker to the handlers. */
@NullMarked
package io.shopcare.platform.events;

import org.jspecify.annotations.NullMarked;
