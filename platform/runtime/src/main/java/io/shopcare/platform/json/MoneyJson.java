package io.shopcare.platform.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import io.shopcare.platform.money.Money;

/** Money as it travels: {@code {"amount": "1103.90", "currency": "CNY"}}. */
public final class MoneyJson {
    private MoneyJson() {}

    /** For a mapper that speaks to the outside. */
    public static SimpleModule module() {
        return new SimpleModule("money").addSerializer(new Writer()).addDeserializer(Money.class, new Reader());
    }

    static Money read(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode tree = context.readTree(in); // not by the parser, which would look for trailing tokens
        var amount = tree.get("amount");
        var currency = tree.get("currency");
        if (amount == null || !amount.isTextual() || currency == null || !currency.isTextual())
            throw MismatchedInputException.from(in, Money.class, "money is {\"amount\": text, \"currency\": text}");
        try {
            return Money.of(amount.textValue(), currency.textValue());
        } catch (IllegalArgumentException e) {
            throw MismatchedInputException.from(in, Money.class, "no such amount of money");
        }
    }

    private static final class Writer extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject(value);
            out.writeStringField("amount", value.text());
            out.writeStringField("currency", value.currency());
            out.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read(in, context);
        }
    }
}
