/** Traces through HTTP and Kafka, and logs without personal data. */
@NullMarked
package io.shopcare.platform.telemetry;

import org.jspecify.annotations.NullMarked;
