package io.shopcare.platform.store;

import java.time.Clock;
import java.util.function.Supplier;

import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;

/** @param trace W3C trace parent of what runs now; null outside a request */
record StoreDependencies(MongoDatabase database, Clock clock, StoreSettings settings, RelaySignal signal,
        Refusals refusals, Supplier<@Nullable String> trace) {}
