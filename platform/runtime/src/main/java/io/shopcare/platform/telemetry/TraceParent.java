package io.shopcare.platform.telemetry;

import java.util.function.Supplier;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The W3C trace parent of what runs now, to be stored with an event and sent with it later by another thread. */
public final class TraceParent implements Supplier<@Nullable String> {
    private final Tracer tracer;

    TraceParent(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public @Nullable String get() {
        var span = tracer.currentSpan();
        if (span == null || span.isNoop() && span.context().traceId().isEmpty())
            return null;
        var context = span.context();
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }

    /** The id under which the request at hand is found in logs and traces. */
    public @Nullable String traceId() {
        var span = tracer.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
