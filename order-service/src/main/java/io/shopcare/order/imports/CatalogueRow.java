package io.shopcare.order.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One line of a catalogue file.
 *
 * @param line     in the file, from 1
 * @param content  as the API takes it, with {@code sku} and {@code revision} beside; null when it can't be read
 */
record CatalogueRow(long line, @Nullable ObjectNode content) {}
