package io.shopcare.platform.openapi;

import java.util.Iterator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says in the document which word of {@link JsonSubTypes} stands for which schema. Without it a client has to take the
 * schemas' own names for the words, and finds none.
 */
final class NamedSubtypes implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        if (!chain.hasNext())
            return null;
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        var subtypes = Json.mapper().constructType(type.getType()).getRawClass().getAnnotation(JsonSubTypes.class);
        if (resolved == null || subtypes == null)
            return resolved;
        var discriminator = itself(resolved, context).getDiscriminator();
        if (discriminator != null)
            for (var subtype : subtypes.value()) {
                var schema = context.resolve(new AnnotatedType(subtype.value()).resolveAsRef(true));
                if (schema != null)
                    discriminator.mapping(subtype.name(), REFERENCE + nameOf(schema));
            }
        return resolved;
    }

    private static Schema<?> itself(Schema<?> resolved, ModelConverterContext context) {
        var name = nameOf(resolved);
        return name == null ? resolved : context.getDefinedModels().getOrDefault(name, resolved);
    }

    /** What it is called in the document, be it given whole or by reference; null when it stands where it is used. */
    static @Nullable String nameOf(Schema<?> schema) {
        return schema.get$ref() == null ? schema.getName() : schema.get$ref().replace(REFERENCE, "");
    }
}
