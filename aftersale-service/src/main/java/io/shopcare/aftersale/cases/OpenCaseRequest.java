package io.shopcare.aftersale.cases;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.security.Person;

/** The body of a request that opens a case. */
record OpenCaseRequest(@NotBlank @Schema(example = "nuanyang") String shop,
        @NotBlank @Size(max = 200) @Schema(example = "01a1c327-d510-73ee-8b7e-96e59ce40f9c") String orderId,
        @NotNull @Schema(example = "return-and-refund") CaseKind kind,
        @NotNull @Schema(example = "unwanted") Reason reason,
        @NotEmpty @Size(max = 200) List<@Valid Line> lines,
        @Nullable @Size(max = 2000) @Schema(example = "颜色和想象的不一样") String words,
        @Nullable @Size(max = 200) @Schema(description = "The conversation that hands it over") String conversationId) {

    @Schema(name = "NewCaseLine")
    record Line(@NotBlank @Schema(example = "2") String lineId, @Min(1) @Schema(example = "1") int quantity) {}

    OpenCase.Command command(Person by) {
        return new OpenCase.Command(shop, orderId, kind, reason,
                LineWish.ofEachOne(lines.stream().map(line -> new LineWish(line.lineId(), line.quantity())).toList()),
                words == null || words.isBlank() ? null : new BuyerWords(words), conversationId, by);
    }
}
