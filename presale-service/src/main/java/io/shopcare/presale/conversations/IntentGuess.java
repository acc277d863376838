package io.shopcare.presale.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Guesses from the buyer's first words what they want (P1): the first intent of {@code intents.yaml} of which a word
 * occurs. A guess only; the agent corrects it in the wrap-up.
 */
@Component
final class IntentGuess {
    private final Map<Intent, List<String>> words;

    IntentGuess() {
        try (var in = new ClassPathResource("intents.yaml").getInputStream()) {
            words = new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<Intent, List<String>>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read intents.yaml", e);
        }
    }

    Intent of(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(lower::contains))
                .map(Map.Entry::getKey).findFirst().orElse(Intent.OTHER);
    }
}
