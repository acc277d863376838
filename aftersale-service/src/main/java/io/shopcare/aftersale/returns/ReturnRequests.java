package io.shopcare.aftersale.returns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.cases.CaseLine.GradedUnits;
import io.shopcare.aftersale.cases.Grade;
import io.shopcare.aftersale.cases.Grade.Disposition;

/** Bodies of the requests of this feature. */
final class ReturnRequests {
    /** More units of a line nobody sends back; events carry no more, and several of these add up without overflow. */
    private static final int MOST = 1_000_000;

    private ReturnRequests() {}

    record Sent(@NotBlank @Pattern(regexp = "[a-z][a-z0-9]{0,31}") @Schema(example = "shunfeng") String carrier,
            @NotBlank @Pattern(regexp = "[0-9A-Za-z-]{4,40}") @Schema(example = "SF1040099120044") String waybill) {}

    record Received(
            @Nullable @Size(max = 200) @Schema(description = "What was counted; a line that is missing came in full") List<@Valid Counted> lines,
            @Nullable @Size(max = 40) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Schema(example = "hangzhou-1") String warehouse) {

        Map<String, Integer> units() {
            var units = new LinkedHashMap<String, Integer>();
            if (lines != null)
                lines.forEach(line -> units.merge(line.lineId(), line.quantity(), Integer::sum));
            return units;
        }
    }

    record Counted(@NotBlank String lineId, @Min(0) @Max(MOST) int quantity) {}

    record Graded(@NotEmpty @Size(max = 400) List<@Valid Result> lines) {

        Map<String, List<GradedUnits>> results() {
            var results = new LinkedHashMap<String, List<GradedUnits>>();
            for (var line : lines)
                results.merge(line.lineId(), List.of(line.units()), (some, more) -> java.util.stream.Stream
                        .concat(some.stream(), more.stream()).toList());
            return results;
        }
    }

    record Result(@NotBlank @Schema(example = "2") String lineId,
            @Min(1) @Max(MOST) @Schema(example = "1") int quantity,
            @NotNull @Schema(example = "as-new") Grade grade,
            @Nullable @Schema(description = "Missing: as usual for the grade") Disposition disposition) {

        GradedUnits units() {
            return new GradedUnits(quantity, grade, disposition == null ? grade.disposition() : disposition);
        }
    }
}
