package io.shopcare.platform.openapi;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Refuses a document in which two records go by one name: schemas are named by the simple name, and the second would silently
 * be described as the first.
 */
final class OneNameEach implements ModelConverter, OpenApiCustomizer {
    private final Map<String, String> typesByName = new ConcurrentHashMap<>();
    private final Set<String> clashes = new ConcurrentSkipListSet<>();

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        if (!chain.hasNext())
            return null;
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        var name = resolved == null ? null : NamedSubtypes.nameOf(resolved);
        var java = Json.mapper().constructType(type.getType());
        if (name != null && java.getRawClass().isRecord()) {
            var first = typesByName.putIfAbsent(name, java.toCanonical());
            if (first != null && !first.equals(java.toCanonical()))
                clashes.add(name + ": " + first + " and " + java.toCanonical());
        }
        return resolved;
    }

    @Override
    public void customise(OpenAPI document) {
        if (!clashes.isEmpty())
            throw new IllegalStateException("give one of each a name of its own, @Schema(name = ...): " + clashes);
    }
}
