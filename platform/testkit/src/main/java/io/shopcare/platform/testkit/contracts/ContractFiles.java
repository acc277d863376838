package io.shopcare.platform.testkit.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** All files of the contract by their path, as in {@code events/shopcare.order.orders/order.placed.v1.schema.json}. */
final class ContractFiles {
    static final String COMMON = "common.schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private final SortedMap<String, String> texts;

    private ContractFiles(SortedMap<String, String> texts) {
        this.texts = texts;
    }

    /** Those on the class path: in a folder inside the reactor, in a jar elsewhere. */
    static ContractFiles onClassPath() {
        var anchor = ContractFiles.class.getResource("/contracts/" + COMMON);
        if (anchor == null)
            throw new IllegalStateException("the contracts module is not on the class path");
        try {
            var uri = anchor.toURI();
            if (!"jar".equals(uri.getScheme()))
                return in(parent(Path.of(uri)));
            var jar = uri.toString().substring(0, uri.toString().lastIndexOf('!')); // which may be in a jar
            try (var files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
                return in(files.getPath("contracts"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in a folder, as a past release keeps them. */
    static ContractFiles in(Path folder) {
        var texts = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList())
                texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ContractFiles(texts);
    }

    /** Paths and texts of the files that fit, by path. */
    SortedMap<String, String> matching(Predicate<String> path) {
        var found = new TreeMap<>(texts);
        found.keySet().removeIf(path.negate());
        return found;
    }

    String text(String path) {
        var text = texts.get(path);
        if (text == null)
            throw new IllegalArgumentException("no such file in the contract: " + path);
        return text;
    }

    JsonNode json(String path) {
        return read(JSON, path);
    }

    JsonNode yaml(String path) {
        return read(YAML, path);
    }

    private JsonNode read(ObjectMapper mapper, String path) {
        try {
            return mapper.readTree(text(path));
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path parent(Path file) {
        var parent = file.getParent();
        if (parent == null)
            throw new IllegalStateException("no folder around " + file);
        return parent;
    }
}
