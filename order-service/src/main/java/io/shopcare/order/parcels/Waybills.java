package io.shopcare.order.parcels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.shopcare.order.logistics.Carrier;
import io.shopcare.order.trade.Waybill;

import static java.util.Objects.requireNonNull;

/** Gives each parcel a waybill number that no other parcel has. */
@Component
final class Waybills {
    private static final int ATTEMPTS = 20;

    private final Map<String, Carrier> carriers;
    private final WaybillNumbers numbers;
    private final FulfilmentSettings settings;

    Waybills(List<Carrier> carriers, WaybillNumbers numbers, FulfilmentSettings settings) {
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::code, Function.identity()));
        this.numbers = numbers;
        this.settings = settings;
    }

    /** The parcel's own number, the same when asked again; a number that another parcel holds is passed over. */
    Waybill of(Parcel parcel) {
        var carrier = requireNonNull(carriers.get(settings.carrier()), "no carrier " + settings.carrier());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var waybill = carrier.order(parcel.parcelId(), attempt);
            if (numbers.claim(waybill, parcel.parcelId()))
                return waybill;
        }
        throw new IllegalStateException(carrier.code() + " gave no free number");
    }

    /** The parcel that has this waybill. */
    Optional<String> parcelOf(Waybill waybill) {
        return numbers.parcelOf(waybill);
    }
}
