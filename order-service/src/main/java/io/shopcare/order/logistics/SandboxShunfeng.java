package io.shopcare.order.logistics;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.ids.Ids;

/** Stands in for shunfeng's order desk: numbers look like theirs and derive from the parcel. */
@Component
final class SandboxShunfeng implements Carrier {
    private static final long NUMBERS = 10_000_000_000_000L;

    @Override
    public String code() {
        return "shunfeng";
    }

    @Override
    public Waybill order(String parcelId, int attempt) {
        var digest = Ids.digest(code(), parcelId, Integer.toString(attempt));
        long number = Long.remainderUnsigned(Long.parseUnsignedLong(digest.substring(0, 16), 16), NUMBERS);
        return new Waybill(code(), "SF%013d".formatted(number));
    }
}
