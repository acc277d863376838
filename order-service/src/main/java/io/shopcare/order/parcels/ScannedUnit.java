package io.shopcare.order.parcels;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/** Units of one SKU that an inspector scanned. */
record ScannedUnit(@NotBlank @Size(max = 64) @Schema(example = "COAT-WOOL-GREY-L") String sku,
        @PositiveOrZero @Max(1_000_000) int quantity) {}
