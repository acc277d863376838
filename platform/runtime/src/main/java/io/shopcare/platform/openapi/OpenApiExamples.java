package io.shopcare.platform.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Examples that work against the demo data, kept by name in a service's {@code openapi-examples.yaml}: a caller can press
 * "execute" as it stands. An entry is a whole body ({@code NewOrder}), a field of one ({@code NewOrder.shop}) or whatever has
 * this name ({@code shop}); the nearer wins, and an example given in the code over all.
 */
final class OpenApiExamples {
    private static final String FILE = "openapi-examples.yaml";

    private final Map<String, Object> byName;

    private OpenApiExamples(Map<String, Object> byName) {
        this.byName = byName;
    }

    /** The service's own; none where it has no such file. */
    static OpenApiExamples ofThisProgram() {
        var file = new ClassPathResource(FILE);
        if (!file.exists())
            return new OpenApiExamples(Map.of());
        try (var in = file.getInputStream()) {
            // not by Jackson, which takes an alias for the name of its anchor
            return new OpenApiExamples(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }

    void fillIn(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> fillIn(name, schema));
        document.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Optional.ofNullable(operation.getParameters()).stream())
                .flatMap(java.util.Collection::stream).forEach(this::fillIn);
    }

    private void fillIn(String schemaName, Schema<?> schema) {
        if (byName.containsKey(schemaName))
            schema.setExample(byName.get(schemaName));
        Map<String, Schema> fields = schema.getProperties() == null ? Map.of() : schema.getProperties();
        fields.forEach((field, type) -> {
            var example = example(schemaName + "." + field, field);
            if (example != null && type.getExample() == null)
                type.setExample(example);
        });
    }

    private void fillIn(Parameter parameter) {
        boolean has = parameter.getExample() != null
                || parameter.getSchema() != null && parameter.getSchema().getExample() != null;
        if (!has)
            parameter.setExample(example(parameter.getName(), parameter.getName()));
    }

    private @Nullable Object example(String exact, String name) {
        return byName.containsKey(exact) ? byName.get(exact) : byName.get(name);
    }
}
