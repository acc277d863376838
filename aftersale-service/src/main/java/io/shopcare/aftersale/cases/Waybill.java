package io.shopcare.aftersale.cases;

import jakarta.validation.constraints.Pattern;

/** Number under which a carrier moves the parcel that comes back. */
public record Waybill(@Pattern(regexp = "[a-z][a-z0-9]{0,31}") String carrier,
        @Pattern(regexp = "[0-9A-Za-z-]{4,40}") String number) {}
