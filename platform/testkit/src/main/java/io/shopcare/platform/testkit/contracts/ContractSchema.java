package io.shopcare.platform.testkit.contracts;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

import static java.util.stream.Collectors.joining;

/** The closed schema of an event, a frame or an answer: what a producer may send, and nothing beside. */
public final class ContractSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry OPEN_API = SchemaRegistry.withDialect(Dialect.builder(Dialects.getOpenApi31())
            .keyword(new NonValidationKeyword("components")).build());

    private final String name;
    private final Schema schema;

    ContractSchema(String name, Schema schema) {
        this.name = name;
        this.schema = schema;
    }

    /** A schema as OpenAPI 3.1 writes it, with what it refers to. */
    public static ContractSchema ofOpenApi(String name, JsonNode schema) {
        return new ContractSchema(name, OPEN_API.getSchema(schema));
    }

    /** All places where the data breaks the schema; empty when it is as agreed. */
    public List<Violation> validate(JsonNode data) {
        return schema.validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(ContractSchema::violation)
                .toList();
    }

    /** As {@link #validate(JsonNode)}, for the text as it goes over the wire. */
    public List<Violation> validate(String data) {
        try {
            return validate(JSON.readTree(data));
        } catch (JsonProcessingException e) {
            return List.of(new Violation("", "is not JSON: " + e.getOriginalMessage()));
        }
    }

    /** Fails a test that produced data against the contract, naming every place. */
    public void check(String data) {
        var violations = validate(data);
        if (!violations.isEmpty())
            throw new AssertionError("not a " + name + ":\n  "
                    + violations.stream().map(Violation::toString).collect(joining("\n  ")) + "\nin " + data);
    }

    private static Violation violation(Error error) {
        var path = new StringBuilder();
        var location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++)
            append(path, location.getElement(i));
        // a missing or an unknown field is named by the error, not by the place, which is the object around it
        if (error.getProperty() != null)
            append(path, error.getProperty());
        return new Violation(path.toString(), error.getMessage().replaceFirst("^[^:]*: ", ""));
    }

    private static void append(StringBuilder path, Object element) {
        if (element instanceof Integer index)
            path.append('[').append(index).append(']');
        else
            path.append(path.isEmpty() ? "" : ".").append(element);
    }
}
