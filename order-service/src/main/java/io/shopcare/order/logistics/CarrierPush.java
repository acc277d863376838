package io.shopcare.order.logistics;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One scan as a carrier pushes it; what else a carrier sends is passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CarrierPush(@NotNull @Pattern(regexp = "[0-9A-Za-z-]{4,40}") @Schema(example = "SF1040022817365") String waybill,
        @NotBlank @Schema(example = "1", description = "0 to 14, rules.md") String state,
        @Nullable @Pattern(regexp = "\\d{1,4}") @Schema(example = "103") String subState,
        @NotNull Instant time, @Nullable @Size(max = 200) String place, @Nullable @Size(max = 500) String text) {
    @Override
    public String toString() {
        return "CarrierPush[" + state + " " + time + "]";
    }
}
