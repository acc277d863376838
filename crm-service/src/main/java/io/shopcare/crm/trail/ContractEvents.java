package io.shopcare.crm.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.shopcare.platform.json.Json;

/** Which events the contract has, so that one which was added after the trail's catalogue is not missed. */
final class ContractEvents {
    private static final String SCHEMA = ".schema.json";

    private ContractEvents() {}

    /** Types of a topic that are about a buyer, by the schemas on the class path. */
    static Set<String> aboutBuyers(String topic) {
        var types = new TreeSet<String>();
        try {
            for (var schema : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:contracts/events/" + topic + "/*" + SCHEMA))
                if (requiresBuyer(schema))
                    types.add(String.valueOf(schema.getFilename()).replace(SCHEMA, ""));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract's events of " + topic, e);
        }
        return types;
    }

    private static boolean requiresBuyer(Resource schema) throws IOException {
        try (InputStream in = schema.getInputStream()) {
            for (var field : Json.WIRE.readTree(in).path("required"))
                if (field.asText().equals("buyer"))
                    return true;
            return false;
        }
    }
}
