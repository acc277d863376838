package io.shopcare.presale.live;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.json.StrictJson;

/** Reads and writes frames: plain JSON, nothing that the contract does not know. */
@Component
final class Frames {
    private static final ObjectReader STRICT = StrictJson.READ.readerFor(ClientFrame.class);

    private final Validator validator;

    Frames(Validator validator) {
        this.validator = validator;
    }

    /** The frame; empty when it is none of the contract. */
    Optional<ClientFrame> read(String text) {
        try {
            ClientFrame frame = STRICT.readValue(text);
            return frame != null && validator.validate(frame).isEmpty() ? Optional.of(frame) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    String write(ServerFrame frame) {
        try {
            return Json.WIRE.writerFor(ServerFrame.class).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("frames are always JSON", e);
        }
    }
}
