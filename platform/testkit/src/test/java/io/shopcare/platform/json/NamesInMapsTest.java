package io.shopcare.platform.json;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Names that callers choose. */
class NamesInMapsTest {
    private record Told(Map<String, String> facts) {}

    @Test
    @DisplayName("G5: a name that can't be stored is refused where it stands, and not quoted")
    void refusesANul() {
        assertThatThrownBy(() -> StrictJson.READ.readValue("{\"facts\":{\"a\\u0000b\":\"c\"}}", Told.class))
                .isInstanceOfSatisfying(MismatchedInputException.class,
                        thrown -> assertThat(thrown.getPath().getFirst().getFieldName()).isEqualTo("facts"));
    }

    @Test
    @DisplayName("dots, dollars and nothing at all are names")
    void takesOthers() throws JsonProcessingException {
        assertThat(StrictJson.READ.readValue("{\"facts\":{\"a.b\":\"1\",\"$ne\":\"2\",\"\":\"3\",\"材质\":\"4\"}}",
                Told.class).facts()).hasSize(4);
    }
}
