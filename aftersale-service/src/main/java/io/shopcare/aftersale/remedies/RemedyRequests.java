package io.shopcare.aftersale.remedies;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.cases.FewerReason;
import io.shopcare.aftersale.cases.LineWish;
import io.shopcare.aftersale.cases.RemedyWish;
import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.Reason;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.money.Money;

/** Bodies of the requests of this feature. */
final class RemedyRequests {
    private RemedyRequests() {}

    record Found(@NotNull @Schema(example = "unwanted") Reason verifiedReason,
            @Nullable @Size(max = 200) @Schema(description = "Lines for which there is proof that the buyer confirmed the exception (R3)", example = "[]") Set<@NotBlank String> confirmedExceptions,
            @Nullable @Size(max = 200) @Schema(description = "By line, what breaks the intact condition (R4): tag-cut, seal-open and so on", example = "{}") Map<@NotBlank String, @NotEmpty List<@NotBlank String>> broken) {}

    @Schema(name = "NewOffers")
    record Offers(@NotEmpty @Size(max = 10) List<@Valid Offer> remedies,
            @Nullable @Schema(description = "Why there are fewer than two") FewerReason fewerReason,
            @Nullable @Size(min = 3, max = 500) @Schema(description = "Why the agent goes beyond what the rules give") String beyondRule) {}

    @Schema(name = "NewOffer")
    record Offer(@NotNull @Schema(example = "return-and-refund") RemedyKind kind,
            @Nullable @Schema(description = "Missing: all that was paid for the units") Money amount,
            @Nullable @Size(max = 200) @Schema(description = "Missing: all lines of the case") List<@Valid Line> lines,
            @Nullable @Schema(description = "Missing: whom the rules name") FreightPayer freightBy) {
        RemedyWish wish() {
            return new RemedyWish(kind, amount, lines == null
                    ? List.of()
                    : LineWish.ofEachOne(lines.stream().map(line -> new LineWish(line.lineId(), line.quantity()))
                            .toList()),
                    freightBy);
        }
    }

    @Schema(name = "RemedyLine")
    record Line(@NotBlank String lineId, @Min(1) int quantity) {}

    record Choice(@NotBlank @Schema(example = "01a1d2cf-dbc0-730d-85cd-623d3e135568") String remedyId) {}

    record CounterWish(@NotNull Reason reason,
            @Nullable @Size(max = 2000) @Schema(example = "我想换一条灰色的") String words) {}
}
