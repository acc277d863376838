package io.shopcare.order.parcels;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.store.Claims;

/** {@link WaybillNumbers} as claims. */
@Component
final class ClaimedWaybillNumbers implements WaybillNumbers {
    private final Claims claims;

    ClaimedWaybillNumbers(Claims claims) {
        this.claims = claims;
    }

    @Override
    public boolean claim(Waybill waybill, String parcelId) {
        return claims.claim(name(waybill), parcelId).equals(parcelId);
    }

    @Override
    public Optional<String> parcelOf(Waybill waybill) {
        return claims.holder(name(waybill));
    }

    private static String name(Waybill waybill) {
        return "waybill/" + waybill.carrier() + "/" + waybill.number();
    }
}
