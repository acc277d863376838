package io.shopcare.order.rules;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.shopcare.order.trade.Address;
import io.shopcare.platform.money.Money;

/**
 * Where carriers ask more, take longer, or do not go, by division code. There is no official list (rules.md, Logistics).
 *
 * @param version of the table
 * @param source  whose figures they are
 */
record RemoteAreas(String version, String source, List<Area> areas) {

    /**
     * @param division    code of GB/T 2260, or its beginning: 65 is all of Xinjiang
     * @param surcharge   that the carrier asks for a parcel
     * @param days        that it usually takes
     * @param notServedBy carriers that do not deliver there
     */
    record Area(@NotNull @Pattern(regexp = "\\d{2}(\\d{2}(\\d{2})?)?") String division, @NotNull Money surcharge,
            @Min(1) @Max(90) int days, @Size(max = 50) List<@NotBlank @Size(max = 40) String> notServedBy) {
        @SuppressWarnings({"NullAway", "ConstantConditions"}) // a file may leave it out
        Area {
            notServedBy = notServedBy == null ? List.of() : List.copyOf(notServedBy);
        }
    }

    /** @param areas in place of the product's table; with none that one counts */
    record OfTheShop(@Size(max = 1000) List<@Valid Area> areas) {
        @SuppressWarnings({"NullAway", "ConstantConditions"}) // a rule set may leave it out
        OfTheShop {
            areas = areas == null ? List.of() : List.copyOf(areas);
        }

        RemoteAreas or(RemoteAreas standard) {
            return areas.isEmpty() ? standard : new RemoteAreas("", "", areas);
        }
    }

    RemoteAreas {
        areas = List.copyOf(areas);
    }

    /**
     * The area that an address lies in; of several the one that says it most closely. Platforms name places and give no codes:
     * then the province alone decides.
     */
    Optional<Area> of(Address address) {
        if (!address.country().equals("CN"))
            return Optional.empty();
        var division = Optional.ofNullable(address.destination().division())
                .or(() -> Provinces.called(address.province())).orElse("");
        return areas.stream().filter(area -> division.startsWith(area.division()))
                .max(java.util.Comparator.comparingInt(area -> area.division().length()));
    }
}
