package io.shopcare.presale.conversations;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;

/** A state in a query, written as in bodies. */
@Component
final class StateParameter implements Converter<String, ConversationState> {
    @Override
    public ConversationState convert(String text) {
        return Json.WIRE.convertValue(text, ConversationState.class);
    }
}
