package io.shopcare.acceptance.bench;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Somebody with a token of their own, calling over a wire. */
record Person(Wire wire, String headers) {

    static Person with(Wire wire, String token) {
        return new Person(wire, "Authorization: Bearer " + token + "\r\n");
    }

    Wire.Answer get(String path) {
        return wire.send(Wire.request("GET", path, headers, new byte[0]));
    }

    Wire.Answer post(String path, Object body) {
        return wire.send(Wire.request("POST", path, headers + "Idempotency-Key: " + Ids.next() + "\r\n", bytes(body)));
    }

    Wire.Answer put(String path, Object body) {
        return wire.send(Wire.request("PUT", path, headers, bytes(body)));
    }

    static byte[] bytes(Object body) {
        try {
            return body instanceof Map<?, ?> map && map.isEmpty()
                    ? "{}".getBytes(UTF_8)
                    : Json.WIRE.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
